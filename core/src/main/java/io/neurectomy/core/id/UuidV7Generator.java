package io.neurectomy.core.id;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Generates UUIDs of version 7, each greater than every one that the same generator returned before, in whatever thread.
 * Greater means in the order of the canonical text, which is that of the unsigned 128 bits and not that of
 * {@link UUID#compareTo(UUID)}; the records of this package compare in it.
 *
 * <p>The method is the fixed-length dedicated counter of RFC 9562 section 6.2 (method 1), with 16 bits, right behind the
 * 48 bits of milliseconds. A new millisecond starts the counter at a random value whose first bit is zero, the guard of
 * that section, so that each millisecond has room for at least 32768 UUIDs. The 58 bits behind the counter are random
 * and fresh in every UUID. Milliseconds and counter are one number of 64 bits, and the next UUID has that of the clock
 * or the last one plus one, whichever is greater. From this follows
 *
 * <ul>
 *   <li>when the clock stands still or goes back: the last time is kept and the counter goes on;
 *   <li>when the counter overflows: it carries into the time, which is then ahead of the clock until the clock catches up.
 *       The RFC allows that as well as waiting, which would never end on a clock that has gone back for good.
 * </ul>
 *
 * <p>Hence the time in a UUID is never before the clock's, and after it only in these two cases. Order holds within one
 * generator; the UUIDs of two generators are ordered by their clocks, to the millisecond.
 *
 * <p>Safe for use by several threads, without a lock of its own, if the clock and the source of randomness are.
 */
public final class UuidV7Generator {

    private static final UuidV7Generator SHARED = new UuidV7Generator(InstantSource.system(), new SecureRandom());

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong lastTick = new AtomicLong();

    /**
     * Creates a generator with a clock and a source of randomness of its own: in a test both can be fixed.
     *
     * @param clock the time, read once for each UUID
     * @param random the random bits, at most two {@code long}s for each UUID; if the UUIDs must not be guessed, a
     *     {@link SecureRandom}
     */
    public UuidV7Generator(InstantSource clock, RandomGenerator random) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * Returns the generator of this process: the system's clock and a {@link SecureRandom}.
     *
     * @return always the same generator
     */
    public static UuidV7Generator shared() {
        return SHARED;
    }

    /**
     * Generates the next UUID.
     *
     * @return a UUID of version 7, greater than all before it
     * @throws IllegalStateException if the clock is before 1970 or past the 48 bits of milliseconds, in the year 10889
     */
    public UUID next() {
        long earliestTick = checked(clock.millis()) << UuidV7.COUNTER_BITS;
        long tail = random.nextLong();
        while (true) {
            long last = lastTick.get();
            long tick = Long.compareUnsigned(last, earliestTick) < 0 ? earliestTick | counterSeed() : successor(last);
            if (lastTick.compareAndSet(last, tick)) {
                return UuidV7.of(tick, tail);
            }
        }
    }

    private long counterSeed() {
        return random.nextLong() >>> (Long.SIZE - UuidV7.COUNTER_BITS + 1);
    }

    private static long successor(long tick) {
        if (tick == -1L) {
            throw new IllegalStateException(
                    "[uuid-v7-clock] year 10889: the 48 bits of milliseconds and the counter are"
                            + " used up. Set the clock right and create a new generator.");
        }
        return tick + 1;
    }

    private static long checked(long millisecond) {
        if (millisecond < 0 || millisecond > UuidV7.LAST_MILLISECOND) {
            throw new IllegalStateException(
                    "[uuid-v7-clock] " + millisecond + " ms since 1970: the clock does not fit the"
                            + " 48 bits of RFC 9562, which hold the years 1970 to 10889. Set the clock right.");
        }
        return millisecond;
    }
}
