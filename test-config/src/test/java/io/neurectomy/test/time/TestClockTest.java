package io.neurectomy.test.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TestClockTest {
    @Test
    void standsStillUntilItIsAdvanced() {
        TestClock clock = TestClock.at("2026-01-01T00:00:00Z");
        TestClock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(clock.advance(Duration.ofHours(2))).isEqualTo("2026-01-01T02:00:00Z");
        assertThat(berlin.instant()).isEqualTo(Instant.parse("2026-01-01T02:00:00Z"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(clock.advance(Duration.ofMinutes(-1))).isEqualTo("2026-01-01T01:59:00Z");
    }
}
