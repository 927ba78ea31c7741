package io.neurectomy.core.id;

import java.util.UUID;

/**
 * An id that is a UUID and says what it is the id of.
 *
 * <p>An id that was received may be of any version, for others generate ids too; only Nil and Max are refused, which name
 * nothing. Those that are generated here are of version 7, and {@link UuidV7#timestampOf(UUID)} reads their time. An id
 * is written in JSON, subjects and logs as its {@code toString()}, the canonical text, which {@code parse} reads.
 *
 * @param <T> the kind of id itself, so that only ids of one kind are compared
 */
public sealed interface Id<T extends Id<T>> extends Comparable<T>
        permits AgentId, WorkflowId, EventId, CorrelationId, CausationId {

    /**
     * Returns the id without its kind.
     *
     * @return the UUID, neither Nil nor Max
     */
    UUID value();

    /**
     * Compares by the unsigned 128 bits, which is the order of the texts, and of generation for UUIDs of version 7 from
     * one generator. {@link UUID#compareTo(UUID)} is signed: there a UUID that begins with {@code 8} stands before one with
     * {@code 7}.
     *
     * @param other the id to compare with
     * @return less than, equal to or greater than zero as this id stands before, at or after the other
     */
    @Override
    default int compareTo(T other) {
        UUID left = value();
        UUID right = other.value();
        int order = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
