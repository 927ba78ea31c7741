package io.neurectomy.core.event;

import io.neurectomy.types.EventMetadata;
import java.time.Duration;

/**
 * Hears what a store does, for metrics and traces. Called by the thread that does it, so it must be quick; what it throws
 * is thrown by the store. All methods do nothing unless overridden.
 */
public interface EventStoreListener {

    /** Hears nothing. */
    EventStoreListener NONE = new EventStoreListener() {};

    /**
     * Hears that events were appended.
     *
     * @param aggregateId the aggregate
     * @param events how many
     * @param metadata the metadata of the first, which may hold a {@code traceparent}
     * @param result what the append led to
     * @param duration how long it took
     */
    default void onAppended(
            String aggregateId, int events, EventMetadata metadata, AppendResult result, Duration duration) {}

    /**
     * Hears that an append failed.
     *
     * @param aggregateId the aggregate
     * @param error what the caller gets
     * @param duration how long it took
     */
    default void onAppendFailed(String aggregateId, RuntimeException error, Duration duration) {}

    /**
     * Hears that an append is tried again because the outcome of the attempt before is not known.
     *
     * @param aggregateId the aggregate
     * @param cause why
     */
    default void onAppendRetried(String aggregateId, Exception cause) {}

    /**
     * Hears that an aggregate was read.
     *
     * @param aggregateId the aggregate
     * @param events how many events were found
     * @param duration how long it took
     */
    default void onRead(String aggregateId, int events, Duration duration) {}

    /**
     * Hears that a reader left an unknown event out.
     *
     * @param event the event
     */
    default void onSkipped(StoredEvent event) {}

    /**
     * Hears that a projection gave an event up.
     *
     * @param projection the name of the projection
     * @param deadLetter the event and why
     */
    default void onDeadLetter(String projection, DeadLetter deadLetter) {}
}
