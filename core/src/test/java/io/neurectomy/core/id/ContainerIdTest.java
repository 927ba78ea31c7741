package io.neurectomy.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerIdTest {

    @Test
    void isTheTextOfTheEngine() {
        String text = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";

        assertThat(new ContainerId(text)).hasToString(text);
    }

    @Test
    void countsCharactersAndNotTheirUtf16Units() {
        assertThat(new ContainerId("\uD83D\uDCE6".repeat(64)).value()).hasSize(128);
    }

    @Test
    void refusesTheEmptyText() {
        assertThatThrownBy(() -> new ContainerId(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[container-id] \"\": has 0 characters, not 1 to 64."
                        + " Pass the id that the container engine shows.");
    }

    @Test
    void refusesMoreThan64Characters() {
        assertThatThrownBy(() -> new ContainerId("a".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("and 1 characters more: has 65 characters, not 1 to 64.");
    }
}
