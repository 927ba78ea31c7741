package io.neurectomy.core.id;

import java.util.UUID;

/**
 * The id that everything shares which happens because of one request.
 *
 * @param value the UUID, neither Nil nor Max
 */
public record CorrelationId(UUID value) implements Id<CorrelationId> {

    /**
     * Checks the UUID.
     *
     * @param value the UUID
     * @throws IllegalArgumentException if it is the Nil or the Max UUID
     */
    public CorrelationId {
        ReservedUuid.refuse(value);
    }

    /**
     * Generates a new id by the {@linkplain UuidV7Generator#shared() generator of this process}.
     *
     * @return an id greater than all that were generated before
     */
    public static CorrelationId generate() {
        return new CorrelationId(UuidV7Generator.shared().next());
    }

    /**
     * Reads an id.
     *
     * @param text the canonical text of a UUID of any version
     * @return the id whose {@code toString()} is the text again
     * @throws IllegalArgumentException if the text is anything else, or the Nil or the Max UUID
     */
    public static CorrelationId parse(String text) {
        return new CorrelationId(UuidText.parse(text));
    }

    /**
     * Returns the id as it is written everywhere.
     *
     * @return the canonical text, in lower case
     */
    @Override
    public String toString() {
        return value.toString();
    }
}
