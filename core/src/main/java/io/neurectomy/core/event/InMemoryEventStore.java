package io.neurectomy.core.event;

import io.neurectomy.core.event.internal.Batch;
import io.neurectomy.core.event.internal.Continuity;
import io.neurectomy.core.event.internal.Delivery;
import io.neurectomy.core.event.internal.EventSource;
import io.neurectomy.core.event.internal.SubscriberConsumer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in memory, for tests and programs that need no more: what a store promises, but for surviving the process.
 * Safe for use by several threads.
 *
 * @param <E> the union of the events
 */
public final class InMemoryEventStore<E> implements EventStore<E> {
    private final EventCodec<E> codec;
    private final Clock clock;
    private final EventStoreListener listener;
    private final Object lock = new Object();
    private final List<StoredEvent> all = new ArrayList<>();
    private final Map<String, List<StoredEvent>> byAggregate = new HashMap<>();
    private final Map<String, StoredEvent> byId = new HashMap<>();
    private final Map<String, Long> checkpoints = new HashMap<>();
    private final Map<String, List<DeadLetter>> deadLetters = new HashMap<>();
    private final List<EventSubscription> deliveries = new CopyOnWriteArrayList<>();
    private final SnapshotStore snapshots;

    /**
     * Makes a store without events.
     *
     * @param codec writes and reads the events
     */
    public InMemoryEventStore(EventCodec<E> codec) {
        this(codec, Clock.systemUTC(), EventStoreListener.NONE);
    }

    /**
     * Makes a store without events.
     *
     * @param codec writes and reads the events
     * @param clock says when an event is recorded
     * @param listener hears what the store does
     */
    public InMemoryEventStore(EventCodec<E> codec, Clock clock, EventStoreListener listener) {
        this.codec = codec;
        this.clock = clock;
        this.listener = listener;
        this.snapshots = new InMemorySnapshotStore(codec.kind());
    }

    @Override
    public EventKind<E> kind() {
        return codec.kind();
    }

    @Override
    public List<AppendResult> append(List<Append<E>> appends) {
        long begin = System.nanoTime();
        List<Batch> batches = Batch.of(codec, appends);
        try {
            List<AppendResult> results;
            synchronized (lock) {
                results = appendLocked(batches);
                lock.notifyAll();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            for (int i = 0; i < results.size(); i++) {
                E first = appends.get(i).events().get(0);
                listener.onAppended(
                        batches.get(i).aggregateId(),
                        batches.get(i).events().size(),
                        kind().metadata(first),
                        results.get(i),
                        took);
            }
            return results;
        } catch (ConcurrencyException | InvalidEventException e) {
            listener.onAppendFailed(batches.get(0).aggregateId(), e, Duration.ofNanos(System.nanoTime() - begin));
            throw e;
        }
    }

    private List<AppendResult> appendLocked(List<Batch> batches) {
        List<AppendResult> repeated = new ArrayList<>();
        for (Batch batch : batches) {
            recorded(batch).ifPresent(revision -> repeated.add(new AppendResult(revision, true)));
        }
        if (repeated.size() == batches.size()) {
            return List.copyOf(repeated);
        }
        for (Batch batch : batches) {
            Revision actual = revision(batch.aggregateId());
            if (!batch.allows(actual)) {
                throw new ConcurrencyException(
                        batch.aggregateId(), batch.expected(), OptionalLong.of(actual.sequence()), null);
            }
        }
        return batches.stream().map(this::record).toList();
    }

    /** Returns the revision of the last event if an earlier attempt has recorded all of them where they are expected. */
    private Optional<Revision> recorded(Batch batch) {
        List<StoredEvent> found = new ArrayList<>();
        for (Batch.Encoded event : batch.events()) {
            StoredEvent known = byId.get(event.id());
            if (known != null && !known.aggregateId().equals(batch.aggregateId())) {
                throw batch.taken(event.id(), known.aggregateId());
            }
            if (known != null) {
                found.add(known);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        long first = found.get(0).revision().version();
        boolean there = found.size() == batch.events().size()
                && found.get(found.size() - 1).revision().version() == first + found.size() - 1
                && batch.allowedAfter(first - 1);
        if (!there) {
            throw new ConcurrencyException(
                    batch.aggregateId(),
                    batch.expected(),
                    OptionalLong.of(revision(batch.aggregateId()).sequence()),
                    null);
        }
        return Optional.of(found.get(found.size() - 1).revision());
    }

    private AppendResult record(Batch batch) {
        List<StoredEvent> events = byAggregate.computeIfAbsent(batch.aggregateId(), key -> new ArrayList<>());
        for (Batch.Encoded event : batch.events()) {
            Revision revision = new Revision(events.size() + 1L, all.size() + 1L);
            StoredEvent stored = new StoredEvent(
                    batch.aggregateId(),
                    revision,
                    clock.instant(),
                    event.id(),
                    event.type(),
                    event.schemaVersion(),
                    event.json());
            events.add(stored);
            all.add(stored);
            byId.put(event.id(), stored);
        }
        return new AppendResult(events.get(events.size() - 1).revision(), false);
    }

    private Revision revision(String aggregateId) {
        List<StoredEvent> events = byAggregate.getOrDefault(aggregateId, List.of());
        return events.isEmpty() ? Revision.NONE : events.get(events.size() - 1).revision();
    }

    @Override
    public CompletableFuture<AppendResult> appendAsync(Expected expected, E event) {
        try {
            return CompletableFuture.completedFuture(append(expected, event));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public List<RecordedEvent<E>> read(String aggregateId, Revision after, int limit) {
        kind().subject(aggregateId);
        List<StoredEvent> found;
        synchronized (lock) {
            found = byAggregate.getOrDefault(aggregateId, List.of()).stream()
                    .filter(event -> event.revision().version() > after.version())
                    .limit(limit)
                    .toList();
        }
        return found.stream().flatMap(event -> decoded(event).stream()).toList();
    }

    private Optional<RecordedEvent<E>> decoded(StoredEvent event) {
        Optional<RecordedEvent<E>> recorded = codec.read(event);
        if (recorded.isEmpty()) {
            listener.onSkipped(event);
        }
        return recorded;
    }

    @Override
    public Stream<RecordedEvent<E>> replay(long afterSequence) {
        List<StoredEvent> events;
        synchronized (lock) {
            events = List.copyOf(all.subList((int) Math.min(afterSequence, all.size()), all.size()));
        }
        return events.stream().flatMap(event -> decoded(event).stream());
    }

    @Override
    public EventSubscription subscribe(EventFilter filter, long afterSequence, EventSubscriber<E> subscriber) {
        if (filter instanceof EventFilter.Aggregate one) {
            kind().subject(one.aggregateId());
        }
        long last;
        synchronized (lock) {
            last = filter instanceof EventFilter.Aggregate one
                    ? revision(one.aggregateId()).sequence()
                    : all.size();
        }
        return deliver(new Delivery(
                "events-" + kind(),
                afterSequence,
                new Tail(filter, afterSequence),
                new SubscriberConsumer<>(codec, Continuity.after(filter, afterSequence), last, subscriber, listener)));
    }

    @Override
    public EventSubscription project(ProjectionSettings settings, EventHandler<E> handler) {
        long after;
        synchronized (lock) {
            after = checkpoints.getOrDefault(settings.name(), 0L);
        }
        return deliver(new Delivery(
                "projection-" + settings.name(),
                after,
                new Tail(EventFilter.all(), after),
                new Projection(settings, handler, after)));
    }

    private EventSubscription deliver(Delivery delivery) {
        deliveries.add(delivery);
        return delivery.start();
    }

    @Override
    public List<DeadLetter> deadLetters(String projection) {
        synchronized (lock) {
            return List.copyOf(deadLetters.getOrDefault(projection, List.of()));
        }
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        deliveries.forEach(EventSubscription::close);
    }

    /** The events after a place, and then those that come. */
    private final class Tail implements EventSource {
        private final EventFilter filter;
        private long last;

        Tail(EventFilter filter, long last) {
            this.filter = filter;
            this.last = last;
        }

        @Override
        public @Nullable StoredEvent next(Duration wait) throws InterruptedException {
            long until = System.nanoTime() + wait.toNanos();
            synchronized (lock) {
                while (true) {
                    while (last < all.size()) {
                        StoredEvent event = all.get((int) last++);
                        if (filter instanceof EventFilter.All
                                || (filter instanceof EventFilter.Aggregate one
                                        && one.aggregateId().equals(event.aggregateId()))) {
                            return event;
                        }
                    }
                    long millis = Duration.ofNanos(until - System.nanoTime()).toMillis();
                    if (millis <= 0) {
                        return null;
                    }
                    lock.wait(millis);
                }
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Hands events to a handler and repeats what fails. */
    private final class Projection implements Delivery.Consumer {
        private final ProjectionSettings settings;
        private final EventHandler<E> handler;
        private final Continuity continuity;

        Projection(ProjectionSettings settings, EventHandler<E> handler, long after) {
            this.settings = settings;
            this.handler = handler;
            this.continuity = Continuity.after(EventFilter.all(), after);
        }

        @Override
        public void handle(StoredEvent event) throws InterruptedException {
            continuity.next(event);
            String reason = "";
            for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
                reason = attempt(event);
                if (reason.isEmpty()) {
                    return;
                }
                if (attempt < settings.attempts()) {
                    Thread.sleep(settings.pause().toMillis());
                }
            }
            DeadLetter letter =
                    new DeadLetter(event.aggregateId(), event.revision().sequence(), reason, settings.attempts());
            synchronized (lock) {
                deadLetters
                        .computeIfAbsent(settings.name(), key -> new ArrayList<>())
                        .add(letter);
            }
            listener.onDeadLetter(settings.name(), letter);
        }

        @SuppressWarnings("IllegalCatch") // A handler may throw whatever it likes: that is a failed attempt.
        private String attempt(StoredEvent event) throws InterruptedException {
            long begin = System.nanoTime();
            try {
                Optional<RecordedEvent<E>> recorded = decoded(event);
                if (recorded.isPresent()) {
                    handler.handle(recorded.get());
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                return String.valueOf(e);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return took.compareTo(settings.patience()) > 0 ? "took " + took : "";
        }

        @Override
        public void reached(long sequence) {
            synchronized (lock) {
                checkpoints.put(settings.name(), sequence);
            }
        }

        @Override
        public void ended(@Nullable Throwable error) {
            // Whoever runs it sees isOpen().
        }
    }
}
