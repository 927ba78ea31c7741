package io.neurectomy.core.id;

import java.time.Instant;
import java.util.UUID;

/**
 * The layout of a UUID of version 7, RFC 9562 section 5.7.
 *
 * <p>The 48 bits in front are the milliseconds since 1970-01-01T00:00:00Z. Of the 74 bits that the RFC leaves free,
 * {@link UuidV7Generator} uses the first 16 as a counter and fills the other 58 at random.
 */
public final class UuidV7 {

    static final long LAST_MILLISECOND = (1L << 48) - 1;
    static final int COUNTER_BITS = 16;

    private static final int VERSION = 7;
    private static final int VARIANT = 2;

    private UuidV7() {}

    /**
     * Returns the time that a UUID of version 7 holds. Whether that is the time at which it was made depends on its
     * generator; {@link UuidV7Generator} says when its own differ.
     *
     * @param uuid a UUID of version 7 and of the variant of RFC 9562, made by any generator
     * @return the time, in whole milliseconds, from 1970 to the year 10889
     * @throws IllegalArgumentException if the UUID has another version or variant
     */
    public static Instant timestampOf(UUID uuid) {
        if (uuid.variant() != VARIANT) {
            throw new IllegalArgumentException("[uuid-v7] " + uuid + ": has the variant " + uuid.variant()
                    + ", not 2, the variant of RFC 9562. Pass a UUID of version 7.");
        }
        if (uuid.version() != VERSION) {
            throw new IllegalArgumentException("[uuid-v7] " + uuid + ": has the version " + uuid.version()
                    + ", which holds no Unix time. Pass a UUID of version 7.");
        }
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
    }

    /**
     * Lays a UUID out.
     *
     * @param tick 48 bits of milliseconds, then 16 bits of counter
     * @param random the 58 bits in front become the end of the UUID, the rest is not used
     */
    static UUID of(long tick, long random) {
        long counter = tick & 0xFFFF;
        long mostSignificant = (tick & ~0xFFFFL) | VERSION << 12 | counter >>> 4;
        long leastSignificant = (long) VARIANT << 62 | (counter & 0xF) << 58 | random >>> 6;
        return new UUID(mostSignificant, leastSignificant);
    }
}
