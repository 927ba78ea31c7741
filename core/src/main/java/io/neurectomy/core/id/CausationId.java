package io.neurectomy.core.id;

import java.util.UUID;

/**
 * The id of the message, an event or a command, that caused another one. It is always the id of something that was there
 * before, hence it is not generated.
 *
 * @param value the UUID, neither Nil nor Max
 */
public record CausationId(UUID value) implements Id<CausationId> {

    /**
     * Checks the UUID.
     *
     * @param value the UUID
     * @throws IllegalArgumentException if it is the Nil or the Max UUID
     */
    public CausationId {
        ReservedUuid.refuse(value);
    }

    /**
     * Names an event as the cause.
     *
     * @param event the id of the event
     * @return the same UUID as a cause
     */
    public static CausationId of(EventId event) {
        return new CausationId(event.value());
    }

    /**
     * Reads an id.
     *
     * @param text the canonical text of a UUID of any version
     * @return the id whose {@code toString()} is the text again
     * @throws IllegalArgumentException if the text is anything else, or the Nil or the Max UUID
     */
    public static CausationId parse(String text) {
        return new CausationId(UuidText.parse(text));
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
