package io.neurectomy.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.Refusals;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c232ab00-9414-11ec-b3c8-9f6bdeced846", // 1
                "000003e8-cbb9-21ea-b201-00045a86c8a1", // 2
                "5df41881-3aed-3515-88a7-2f4a814cf09e", // 3
                "919108f7-52d1-4320-9bac-f847db4148a8", // 4
                "2ed6657d-e927-568b-95e1-2665a8aea6a2", // 5
                "1ec9414c-232a-6b00-b3c8-9f6bdeced846", // 6
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", // 7
                "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0" // 8
            })
    void readsEveryVersion(String text) {
        assertThat(UuidText.parse(text)).hasToString(text).isEqualTo(UUID.fromString(text));
    }

    @Test
    void readsWhatWasWritten() {
        long seed = System.nanoTime();
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            assertThat(UuidText.parse(uuid.toString())).as("seed %d", seed).isEqualTo(uuid);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAnythingElse(String text, String message) {
        assertThatThrownBy(() -> UuidText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static List<Arguments> refusals() {
        return Refusals.of(UuidTextTest.class, "uuid-text-refusals.txt");
    }
}
