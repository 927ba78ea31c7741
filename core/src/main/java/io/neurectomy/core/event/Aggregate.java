package io.neurectomy.core.event;

import java.util.Optional;

/**
 * What an aggregate is, as pure functions: its state follows from its events and nothing else. A state does not change; each
 * event leads to a new one.
 *
 * @param <S> the state
 * @param <E> the union of the events
 */
public interface Aggregate<S, E> {
    /**
     * Returns the state after an event.
     *
     * @param before the state before it; empty before the first event
     * @param event the event, which has happened, so it can't be refused
     * @return the state after it
     */
    S evolve(Optional<S> before, E event);

    /**
     * Returns the class of the state, which Jackson reads and writes for snapshots.
     *
     * @return the class
     */
    Class<S> stateClass();

    /**
     * Returns the version of the state's form. Snapshots of older forms are left aside.
     *
     * @return at least 1; more with each change of the state class
     */
    long stateVersion();
}
