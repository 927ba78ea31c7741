package io.neurectomy.core.id;

import java.util.UUID;

/**
 * The id of an event, by which an append can be repeated without a second event.
 *
 * @param value the UUID, neither Nil nor Max
 */
public record EventId(UUID value) implements Id<EventId> {

    /**
     * Checks the UUID.
     *
     * @param value the UUID
     * @throws IllegalArgumentException if it is the Nil or the Max UUID
     */
    public EventId {
        ReservedUuid.refuse(value);
    }

    /**
     * Generates a new id by the {@linkplain UuidV7Generator#shared() generator of this process}.
     *
     * @return an id greater than all that were generated before
     */
    public static EventId generate() {
        return new EventId(UuidV7Generator.shared().next());
    }

    /**
     * Reads an id.
     *
     * @param text the canonical text of a UUID of any version
     * @return the id whose {@code toString()} is the text again
     * @throws IllegalArgumentException if the text is anything else, or the Nil or the Max UUID
     */
    public static EventId parse(String text) {
        return new EventId(UuidText.parse(text));
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
