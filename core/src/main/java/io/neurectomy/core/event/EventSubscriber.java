package io.neurectomy.core.event;

import org.jspecify.annotations.Nullable;

/**
 * Gets the events of a subscription, one at a time and in order, in a thread of the subscription.
 *
 * @param <E> the union of the events
 */
@FunctionalInterface
public interface EventSubscriber<E> {

    /**
     * Takes the next event.
     *
     * @param event the event
     * @throws Exception if it can't be handled, which ends the subscription
     */
    void onEvent(RecordedEvent<E> event) throws Exception;

    /** Hears that all events recorded so far were delivered. Called once. */
    default void onCaughtUp() {}

    /**
     * Hears that the subscription has ended. Called once, last.
     *
     * @param error why, such as {@link EventGapException}, or {@code null} if it was closed
     */
    default void onClosed(@Nullable Throwable error) {}
}
