package io.neurectomy.test.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test advances it. Safe for use by several threads. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Makes a clock in UTC.
     *
     * @param start the time that it shows
     * @return the clock
     */
    public static TestClock at(Instant start) {
        return new TestClock(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    /**
     * Makes a clock in UTC.
     *
     * @param start the time that it shows, such as {@code 2026-01-01T00:00:00Z}
     * @return the clock
     * @throws java.time.format.DateTimeParseException if the text is no instant
     */
    public static TestClock at(String start) {
        return at(Instant.parse(start));
    }

    /**
     * Lets time pass.
     *
     * @param duration how much; a negative one turns the clock back, as real ones do at times
     * @return the time afterwards
     */
    public Instant advance(Duration duration) {
        return now.updateAndGet(before -> before.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * Returns the same time in another zone: advancing one advances both.
     *
     * @param other the zone
     * @return a clock
     */
    @Override
    public TestClock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
