package __package__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdentifierTest {

    @Test
    void keepsText() {
        assertThat(new Identifier("a").value()).isEqualTo("a");
    }

    @Test
    void comparesByText() {
        assertThat(new Identifier("a")).isEqualTo(new Identifier("a"));
    }

    @Test
    void rejectsBlank() {
        assertThatThrownBy(() -> new Identifier(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
