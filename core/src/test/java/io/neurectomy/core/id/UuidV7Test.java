package io.neurectomy.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    /** RFC 9562 appendix A.6: Tuesday, February 22, 2022 2:22:22.00 PM GMT-05:00. */
    private static final UUID EXAMPLE = UUID.fromString("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");

    private static final Instant TIME_OF_EXAMPLE = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void readsTheTimeOfTheExampleOfTheRfc() {
        assertThat(UuidV7.timestampOf(EXAMPLE)).isEqualTo(TIME_OF_EXAMPLE);
    }

    @Test
    void laysOutTheExampleOfTheRfc() {
        long randA = 0xCC3;
        long randB = 0x18C4_DC0C_0C07_398FL;
        long counter = randA << 4 | randB >>> 58;

        assertThat(UuidV7.of(TIME_OF_EXAMPLE.toEpochMilli() << 16 | counter, randB << 6))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void readsTheWholeRangeOfTimes() {
        assertThat(UuidV7.timestampOf(UUID.fromString("00000000-0000-7000-8000-000000000000")))
                .isEqualTo(Instant.EPOCH);
        assertThat(UuidV7.timestampOf(UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff")))
                .isEqualTo(Instant.ofEpochMilli((1L << 48) - 1));
    }

    @Test
    void refusesAnotherVersion() {
        UUID version4 = UUID.fromString("919108f7-52d1-4320-9bac-f847db4148a8");

        assertThatThrownBy(() -> UuidV7.timestampOf(version4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[uuid-v7] 919108f7-52d1-4320-9bac-f847db4148a8: has the version 4, which holds no Unix"
                        + " time. Pass a UUID of version 7.");
    }

    @Test
    void refusesAnotherVariant() {
        UUID microsoft = UUID.fromString("017f22e2-79b0-7cc3-d8c4-dc0c0c07398f");

        assertThatThrownBy(() -> UuidV7.timestampOf(microsoft))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[uuid-v7] 017f22e2-79b0-7cc3-d8c4-dc0c0c07398f: has the variant 6, not 2, the variant of"
                        + " RFC 9562. Pass a UUID of version 7.");
    }
}
