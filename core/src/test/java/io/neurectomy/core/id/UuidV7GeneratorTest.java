package io.neurectomy.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7GeneratorTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final RandomGenerator ZEROS = () -> 0L;
    private static final RandomGenerator ONES = () -> -1L;
    private static final int COUNTER_VALUES = 1 << 16;

    private final UuidV7Generator shared = UuidV7Generator.shared();

    @Test
    void generatesUniqueUuids() {
        assertThat(shared.next()).isNotEqualTo(shared.next());
    }

    @Test
    void generatesTheFormatOfAUuid() {
        assertThat(shared.next().toString())
                .matches("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }

    @Test
    void holdsTheTimeOfItsGeneration() {
        long before = System.currentTimeMillis();
        UUID uuid = new UuidV7Generator(InstantSource.system(), RandomGenerator.getDefault()).next();
        long after = System.currentTimeMillis();

        assertThat(UuidV7.timestampOf(uuid).toEpochMilli()).isBetween(before, after);
    }

    @Test
    void laysTimeCounterAndRandomBitsOutInThisOrder() {
        long[] bits = {0x0123_4567_89AB_CDEFL, 0x2468_0000_0000_0000L};
        AtomicLong drawn = new AtomicLong();
        UuidV7Generator generator =
                new UuidV7Generator(InstantSource.fixed(NOON), () -> bits[(int) drawn.getAndIncrement()]);

        // 0x019C13EC9E00 ms, the counter 0x2468 >>> 1, then 0x0123456789ABCDEF but for its last 6 bits
        assertThat(generator.next()).hasToString("019c13ec-9e00-7123-9004-8d159e26af37");
    }

    @Test
    void isReproducedByTheSameClockAndRandomness() {
        UuidV7Generator one = new UuidV7Generator(InstantSource.fixed(NOON), new SplittableRandom(7));
        UuidV7Generator other = new UuidV7Generator(InstantSource.fixed(NOON), new SplittableRandom(7));

        assertThat(take(100, one)).isEqualTo(take(100, other));
    }

    @Test
    void increasesWithinAMillisecond() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(NOON), RandomGenerator.getDefault());

        assertStrictlyIncreasing(take(COUNTER_VALUES, generator));
    }

    @Test
    void drawsFreshRandomBitsForEachUuid() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(NOON), RandomGenerator.getDefault());
        Set<Long> tails = new HashSet<>();
        take(1000, generator).forEach(uuid -> tails.add(uuid.getLeastSignificantBits() << 6));

        assertThat(tails).hasSize(1000);
    }

    @Test
    void keepsTheTimeAndIncreasesWhenTheClockGoesBackwards() {
        UuidV7Generator generator = new UuidV7Generator(
                clockOf(NOON, NOON.minusSeconds(3600), NOON.minusMillis(1), NOON.plusMillis(1)), ZEROS);

        List<UUID> uuids = take(4, generator);

        assertStrictlyIncreasing(uuids);
        assertThat(uuids).extracting(UuidV7::timestampOf).containsExactly(NOON, NOON, NOON, NOON.plusMillis(1));
    }

    @Test
    void carriesTheCounterIntoTheTimeWhenItOverflows() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(NOON), ZEROS);

        List<UUID> uuids = take(COUNTER_VALUES + 1, generator);

        assertStrictlyIncreasing(uuids);
        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES - 1))).isEqualTo(NOON);
        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES))).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void goesOnInOrderWhenTheClockCatchesUpAfterAnOverflow() {
        AtomicLong now = new AtomicLong(NOON.toEpochMilli());
        UuidV7Generator generator = new UuidV7Generator(() -> Instant.ofEpochMilli(now.get()), ZEROS);
        List<UUID> uuids = take(COUNTER_VALUES + 1, generator);

        now.incrementAndGet();
        uuids.add(generator.next());
        now.incrementAndGet();
        uuids.add(generator.next());

        assertStrictlyIncreasing(uuids);
        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES + 1))).isEqualTo(NOON.plusMillis(1));
        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES + 2))).isEqualTo(NOON.plusMillis(2));
    }

    @Test
    void leavesHalfOfTheCounterToAMillisecondWhateverTheSeed() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(NOON), ONES);

        List<UUID> uuids = take(COUNTER_VALUES / 2 + 2, generator);

        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES / 2))).isEqualTo(NOON);
        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES / 2 + 1))).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void startsAtTheEpoch() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(Instant.EPOCH), ZEROS);

        assertThat(UuidV7.timestampOf(generator.next())).isEqualTo(Instant.EPOCH);
    }

    @Test
    void refusesAClockBefore1970() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(Instant.ofEpochMilli(-1)), ZEROS);

        assertThatThrownBy(generator::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("[uuid-v7-clock] -1 ms since 1970: the clock does not fit the 48 bits of RFC 9562,"
                        + " which hold the years 1970 to 10889. Set the clock right.");
    }

    @Test
    void refusesAClockPastTheLastMillisecond() {
        Instant past = Instant.ofEpochMilli(1L << 48);
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(past), ZEROS);

        assertThatThrownBy(generator::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("[uuid-v7-clock] 281474976710656 ms since 1970: ");
    }

    @Test
    void refusesToWrapAroundAtTheLastMillisecond() {
        Instant last = Instant.ofEpochMilli((1L << 48) - 1);
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(last), ZEROS);
        List<UUID> uuids = take(COUNTER_VALUES, generator);

        assertStrictlyIncreasing(uuids);
        assertThat(UuidV7.timestampOf(uuids.get(COUNTER_VALUES - 1))).isEqualTo(last);
        assertThatThrownBy(generator::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("[uuid-v7-clock] year 10889: ");
    }

    private static InstantSource clockOf(Instant... readings) {
        AtomicLong next = new AtomicLong();
        return () -> readings[(int) next.getAndIncrement()];
    }

    private static List<UUID> take(int count, UuidV7Generator generator) {
        return new ArrayList<>(Stream.generate(generator::next).limit(count).toList());
    }

    private static void assertStrictlyIncreasing(List<UUID> uuids) {
        List<String> texts = uuids.stream().map(UUID::toString).toList();
        assertThat(LongStream.range(1, texts.size())
                        .filter(i -> texts.get((int) i - 1).compareTo(texts.get((int) i)) >= 0))
                .as("places that are not greater than the one before")
                .isEmpty();
    }
}
