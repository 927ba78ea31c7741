package io.neurectomy.core.event;

/** Delivers events until it is closed or fails. Safe for use by several threads. */
public interface EventSubscription extends AutoCloseable {

    /**
     * Returns how far it has come; a new subscription after this sequence goes on where this one stands.
     *
     * @return the sequence of the last event that was handled, or where the subscription began
     */
    long position();

    /**
     * Says whether it still delivers.
     *
     * @return {@code false} once it is closed or has failed
     */
    boolean isOpen();

    /** Ends it and waits until the event that is being handled is done, unless called by the subscriber. */
    @Override
    void close();
}
