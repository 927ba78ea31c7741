package io.neurectomy.core.event;

/**
 * Handles the events of a projection.
 *
 * @param <E> the union of the events
 */
@FunctionalInterface
public interface EventHandler<E> {

    /**
     * Handles an event, which may be handed over again after a failure or a crash.
     *
     * @param event the event
     * @throws Exception if the attempt failed; it is repeated after a pause
     */
    void handle(RecordedEvent<E> event) throws Exception;
}
