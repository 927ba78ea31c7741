package __package__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class __Name__Test {

    @Test
    void buildsWithTags() {
        __Name__ value = __Name__.builder("a-1").quantity(3).tag("new").tag("red").build();

        assertThat(value.id()).isEqualTo("a-1");
        assertThat(value.quantity()).isEqualTo(3);
        assertThat(value.tags()).containsExactly("new", "red");
        assertThat(value.hasTag("red")).isTrue();
        assertThat(value.hasTag("blue")).isFalse();
    }

    @Test
    void copiesWithAnotherQuantity() {
        __Name__ value = __Name__.builder("a-1").quantity(3).build();

        assertThat(value.withQuantity(4)).isEqualTo(new __Name__("a-1", 4, List.of()));
        assertThat(value.quantity()).isEqualTo(3);
    }

    @Test
    void rejectsBadInput() {
        assertThatThrownBy(() -> new __Name__(" ", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> new __Name__("a", -1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
