package io.neurectomy.core.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Keeps the events of one kind of aggregate. Safe for use by several threads.
 *
 * <p>Appending is idempotent by the events' ids: whoever does not know whether an append took effect repeats it with the
 * same events and the same expectation, and gets {@link AppendResult#deduplicated()} if it had. With {@link Expected#any()}
 * and {@link Expected#exists()} a store may notice a repetition only for two minutes.
 *
 * <p>All methods throw {@link io.neurectomy.core.error.UnavailableException} if the store can't be reached and nothing was
 * done, and {@link io.neurectomy.core.error.TimedOutException} if it is not known whether something was.
 *
 * @param <E> the union of the events
 */
public interface EventStore<E> extends AutoCloseable {

    /**
     * Returns the kind of the events.
     *
     * @return the kind
     */
    EventKind<E> kind();

    /**
     * Appends one event to its aggregate.
     *
     * @param expected the revision that the aggregate must have
     * @param event the event, which names its aggregate
     * @return its revision
     * @throws ConcurrencyException if the aggregate has another revision
     * @throws InvalidEventException if the event is refused: by a validator, for its size, or because its id is that of a
     *     recorded event of another aggregate
     */
    default AppendResult append(Expected expected, E event) {
        return append(expected, List.of(event));
    }

    /**
     * Appends several events to one aggregate, all or none.
     *
     * @param expected the revision that the aggregate must have
     * @param events the events in their order, at least one, all of one aggregate
     * @return the revision of the last one
     * @throws ConcurrencyException if the aggregate has another revision
     * @throws InvalidEventException if an event is refused
     * @throws UnsupportedByServerException if there are several events and the server can't append them atomically
     */
    default AppendResult append(Expected expected, List<E> events) {
        return append(List.of(new Append<>(expected, events))).get(0);
    }

    /**
     * Appends events to several aggregates, all or none.
     *
     * @param appends what to append, at least one, each for another aggregate
     * @return the results in the same order
     * @throws ConcurrencyException if one of the aggregates has another revision
     * @throws InvalidEventException if an event is refused
     * @throws UnsupportedByServerException if there are several events and the server can't append them atomically
     */
    List<AppendResult> append(List<Append<E>> appends);

    /**
     * Appends one event without waiting for the store. Events of one aggregate are appended in the order of the calls; once
     * one has failed, those after it are still tried. Waits while too many appends are under way.
     *
     * @param expected the revision that the aggregate must have when it is the event's turn
     * @param event the event
     * @return its revision, or the exceptions of {@link #append(Expected, Object)}
     */
    CompletableFuture<AppendResult> appendAsync(Expected expected, E event);

    /**
     * Reads the events of an aggregate, at least all that this store has appended itself.
     *
     * @param aggregateId the id of the aggregate
     * @param after the revision to go on from, {@link Revision#NONE} for the beginning
     * @param limit how many events at most, at least 1
     * @return the events in their order, without those that the codec skips
     * @throws EventGapException if an event is missing
     * @throws UnreadableEventException if one is unknown and that is a failure
     */
    List<RecordedEvent<E>> read(String aggregateId, Revision after, int limit);

    /**
     * Reads all events of an aggregate.
     *
     * @param aggregateId the id of the aggregate
     * @return the events in their order
     * @throws EventGapException if an event is missing
     * @throws UnreadableEventException if one is unknown and that is a failure
     */
    default List<RecordedEvent<E>> read(String aggregateId) {
        return read(aggregateId, Revision.NONE, Integer.MAX_VALUE);
    }

    /**
     * Reads the events of all aggregates that are recorded at the time of the call.
     *
     * @param afterSequence the sequence to go on from, 0 for the beginning
     * @return the events in their order, read as the stream is consumed; it must be closed
     * @throws EventGapException while it is consumed, if an event is missing
     */
    Stream<RecordedEvent<E>> replay(long afterSequence);

    /**
     * Delivers the recorded events and then, as they are recorded, the new ones. Each exactly once and in order, or the
     * subscription fails.
     *
     * @param filter which events
     * @param afterSequence the sequence to go on from, 0 for the beginning
     * @param subscriber gets them
     * @return the subscription, which runs until it is closed
     */
    EventSubscription subscribe(EventFilter filter, long afterSequence, EventSubscriber<E> subscriber);

    /**
     * Hands all events in order to a projection whose checkpoint the store keeps: it goes on where it stopped, in whichever
     * process. An event whose attempts all fail becomes a dead letter, and the projection goes on after it.
     *
     * @param settings the name and how to repeat
     * @param handler handles the events, each at least once
     * @return the running projection; of one name only one should run
     */
    EventSubscription project(ProjectionSettings settings, EventHandler<E> handler);

    /**
     * Returns what a projection has given up.
     *
     * @param projection the name of the projection
     * @return the dead letters in their order
     */
    List<DeadLetter> deadLetters(String projection);

    /**
     * Returns where snapshots are kept.
     *
     * @return the snapshots of this kind
     */
    SnapshotStore snapshots();

    /** Ends all subscriptions and projections of this store and waits for appends under way. */
    @Override
    void close();
}
