package io.neurectomy.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.Refusals;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimestampFormatTest {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,                2026-01-31T12:00:00.000000000Z",
        "2026-01-31t12:00:00z,                2026-01-31T12:00:00.000000000Z",
        "2026-01-31T12:00:00+00:00,           2026-01-31T12:00:00.000000000Z",
        "2026-01-31T12:00:00-00:00,           2026-01-31T12:00:00.000000000Z",
        "1985-04-12T23:20:50.52Z,             1985-04-12T23:20:50.520000000Z",
        "2026-01-31T12:00:00.1Z,              2026-01-31T12:00:00.100000000Z",
        "2026-01-31T12:00:00.123Z,            2026-01-31T12:00:00.123000000Z",
        "2026-01-31T12:00:00.000001+00:00,    2026-01-31T12:00:00.000001000Z",
        "2026-01-31T12:00:00.123456789Z,      2026-01-31T12:00:00.123456789Z",
        "2026-01-31T12:00:00.000000001Z,      2026-01-31T12:00:00.000000001Z",
        "2024-02-29T00:00:00Z,                2024-02-29T00:00:00.000000000Z",
        "2000-02-29T00:00:00Z,                2000-02-29T00:00:00.000000000Z",
        "1969-12-31T23:59:59.999999999Z,      1969-12-31T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z,                0000-01-01T00:00:00.000000000Z",
        "9999-12-31T23:59:59.999999999Z,      9999-12-31T23:59:59.999999999Z"
    })
    void writesInOneFormWhatItReadsInSeveral(String read, String written) {
        assertThat(TimestampFormat.format(TimestampFormat.parse(read))).isEqualTo(written);
        assertThat(TimestampFormat.parse(read)).isEqualTo(Instant.parse(written));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAnythingElse(String text, String message) {
        assertThatThrownBy(() -> TimestampFormat.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static List<Arguments> refusals() {
        return Refusals.of(TimestampFormatTest.class, "timestamp-refusals.txt");
    }

    @Test
    void readsExactlyWhatItWrote() {
        long seed = System.nanoTime();
        randomInstants(seed)
                .forEach(instant -> assertThat(TimestampFormat.parse(TimestampFormat.format(instant)))
                        .as("seed %d", seed)
                        .isEqualTo(instant));
    }

    @Test
    void writesTextsInTheOrderOfTime() {
        long seed = System.nanoTime();
        List<String> texts = randomInstants(seed).stream()
                .sorted()
                .map(TimestampFormat::format)
                .toList();

        assertThat(texts)
                .as("seed %d", seed)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allMatch(text -> text.length() == 30);
    }

    @Test
    void keepsTheCurrentTime() {
        Instant before = Instant.now();
        Instant timestamp = TimestampFormat.parse(TimestampFormat.format(Instant.now()));
        Instant after = Instant.now();

        assertThat(timestamp).isBetween(before, after);
    }

    @Test
    void refusesToWriteAYearOfFiveDigits() {
        assertThatThrownBy(() -> TimestampFormat.format(LAST.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[timestamp-year] +10000-01-01T00:00:00Z: is outside the years 0000 to 9999 of RFC 3339."
                        + " Pass an instant within them.");
    }

    @Test
    void refusesToWriteANegativeYear() {
        assertThatThrownBy(() -> TimestampFormat.format(FIRST.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[timestamp-year] -0001-12-31T23:59:59.999999999Z: ");
    }

    /** Instants of all years, and of all precisions, so that trailing zeros occur. */
    private static List<Instant> randomInstants(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 10_000)
                .mapToObj(i -> {
                    long precision = (long) Math.pow(10, random.nextInt(10));
                    long second = random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond() + 1);
                    return Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / precision * precision);
                })
                .toList();
    }
}
