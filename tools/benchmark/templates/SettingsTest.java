package __package__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class __Name__Test {

    @Test
    void readsWhatItWrote() {
        Map<String, String> settings = Map.of("path", "a;b", "rate", "50%");

        String text = __Name__.format(settings);

        assertThat(__Name__.parse(text)).containsExactlyInAnyOrderEntriesOf(settings);
    }

    @Test
    void readsNothing() {
        assertThat(__Name__.parse("")).isEmpty();
    }

    @Test
    void rejectsBadText() {
        assertThatThrownBy(() -> __Name__.parse("a=1;=2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 5");
        assertThatThrownBy(() -> __Name__.parse("a=1;a=2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }
}
