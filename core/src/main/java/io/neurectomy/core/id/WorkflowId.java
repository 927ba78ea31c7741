package io.neurectomy.core.id;

import java.util.UUID;

/**
 * The id of a workflow.
 *
 * @param value the UUID, neither Nil nor Max
 */
public record WorkflowId(UUID value) implements Id<WorkflowId> {

    /**
     * Checks the UUID.
     *
     * @param value the UUID
     * @throws IllegalArgumentException if it is the Nil or the Max UUID
     */
    public WorkflowId {
        ReservedUuid.refuse(value);
    }

    /**
     * Generates a new id by the {@linkplain UuidV7Generator#shared() generator of this process}.
     *
     * @return an id greater than all that were generated before
     */
    public static WorkflowId generate() {
        return new WorkflowId(UuidV7Generator.shared().next());
    }

    /**
     * Reads an id.
     *
     * @param text the canonical text of a UUID of any version
     * @return the id whose {@code toString()} is the text again
     * @throws IllegalArgumentException if the text is anything else, or the Nil or the Max UUID
     */
    public static WorkflowId parse(String text) {
        return new WorkflowId(UuidText.parse(text));
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
