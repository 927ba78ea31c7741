package io.neurectomy.core.event;

import java.util.List;

/**
 * The part of an atomic append that is about one aggregate.
 *
 * @param expected the revision that the aggregate must have
 * @param events the events in their order, all of one aggregate
 * @param <E> the union of the events
 */
public record Append<E>(Expected expected, List<E> events) {

    /**
     * Copies the events.
     *
     * @param expected the revision that the aggregate must have
     * @param events the events in their order
     * @throws IllegalArgumentException if there is no event
     */
    public Append {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("[append] no event: an append without events does nothing. Pass one.");
        }
    }
}
