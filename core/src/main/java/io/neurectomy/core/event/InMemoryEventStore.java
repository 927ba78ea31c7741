package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in the memory of this process, for tests and for running without a server. It writes and reads the same JSON
 * as a store on a server and keeps the same contract, but nothing survives the process.
 *
 * @param <E> the union of the events
 */
public final class InMemoryEventStore<E> implements EventStore<E> {

    private final EventCodec<E> codec;
    private final InstantSource clock;
    private final EventStoreListener listener;
    private final Object lock = new Object();
    private final List<StoredEvent> stream = new ArrayList<>();
    private final Map<String, List<StoredEvent>> aggregates = new HashMap<>();
    private final Map<String, StoredEvent> byId = new HashMap<>();
    private final Map<String, Long> checkpoints = new ConcurrentHashMap<>();
    private final Map<String, List<DeadLetter>> deadLetters = new ConcurrentHashMap<>();
    private final SnapshotStore snapshots;
    private final Set<MemorySubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * Makes an empty store.
     *
     * @param codec writes and reads the events
     */
    public InMemoryEventStore(EventCodec<E> codec) {
        this(codec, InstantSource.system(), EventStoreListener.NONE);
    }

    /**
     * Makes an empty store with a clock of its own.
     *
     * @param codec writes and reads the events
     * @param clock says when an event is recorded
     * @param listener hears what the store does
     */
    public InMemoryEventStore(EventCodec<E> codec, InstantSource clock, EventStoreListener listener) {
        this.codec = codec;
        this.clock = clock;
        this.listener = listener;
        this.snapshots = new InMemorySnapshots(codec.kind());
    }

    @Override
    public EventKind<E> kind() {
        return codec.kind();
    }

    @Override
    public List<AppendResult> append(List<Append<E>> appends) {
        long begin = System.nanoTime();
        AppendPlan plan = AppendPlan.of(codec, appends);
        List<AppendResult> results = new ArrayList<>();
        try {
            synchronized (lock) {
                requireOpen();
                plan.parts().forEach(part -> results.add(recorded(part)));
                if (results.stream().anyMatch(AppendResult::deduplicated)
                        && !results.stream().allMatch(AppendResult::deduplicated)) {
                    throw new ConcurrencyException(
                            plan.parts().get(0).aggregateId(), appends.get(0).expected(), OptionalLong.empty(), null);
                }
                if (!results.get(0).deduplicated()) {
                    results.clear();
                    plan.parts().forEach(part -> results.add(record(part)));
                    lock.notifyAll();
                }
            }
        } catch (RuntimeException e) {
            listener.onAppendFailed(plan.parts().get(0).aggregateId(), e, Duration.ofNanos(System.nanoTime() - begin));
            throw e;
        }
        plan.tell(listener, results, Duration.ofNanos(System.nanoTime() - begin));
        return results;
    }

    /** Returns where the events are recorded already, or the revision that they are to follow. */
    private AppendResult recorded(AppendPlan.Part part) {
        List<StoredEvent> own = aggregates.getOrDefault(part.aggregateId(), List.of());
        Revision last = own.isEmpty() ? Revision.NONE : own.get(own.size() - 1).revision();
        @Nullable StoredEvent first = byId.get(part.events().get(0).id());
        if (first != null && !first.aggregateId().equals(part.aggregateId())) {
            throw AppendPlan.reusedId(first.id(), part.aggregateId());
        }
        if (first != null && part.isAt(first.revision().version()) && part.isSame(own, first.revision())) {
            int end = Math.toIntExact(first.revision().version())
                    - 1
                    + part.events().size();
            return new AppendResult(own.get(end - 1).revision(), true);
        }
        boolean met = first == null && part.isMetBy(last);
        if (!met) {
            throw new ConcurrencyException(part.aggregateId(), part.expected(), OptionalLong.of(last.sequence()), null);
        }
        return new AppendResult(last, false);
    }

    private AppendResult record(AppendPlan.Part part) {
        List<StoredEvent> own = aggregates.computeIfAbsent(part.aggregateId(), id -> new ArrayList<>());
        Revision last = Revision.NONE;
        for (AppendPlan.Encoded event : part.events()) {
            last = new Revision(own.size() + 1L, stream.size() + 1L);
            StoredEvent stored = new StoredEvent(
                    part.aggregateId(),
                    last,
                    clock.instant(),
                    event.id(),
                    event.type(),
                    event.schemaVersion(),
                    event.json());
            own.add(stored);
            stream.add(stored);
            byId.put(stored.id(), stored);
        }
        return new AppendResult(last, false);
    }

    private void requireOpen() {
        if (closed) {
            throw new UnavailableException(
                    new ErrorCode("EVENT_STORE_CLOSED"),
                    kind().stream() + ": the store is closed. Open another one.",
                    ErrorContext.empty(),
                    null);
        }
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
        long begin = System.nanoTime();
        kind().subject(aggregateId);
        List<StoredEvent> found;
        synchronized (lock) {
            requireOpen();
            List<StoredEvent> own = aggregates.getOrDefault(aggregateId, List.of());
            int from = (int) Math.min(after.version(), own.size());
            found = List.copyOf(own.subList(from, (int) Math.min((long) from + limit, own.size())));
        }
        List<RecordedEvent<E>> events = new ArrayList<>();
        found.forEach(stored -> decode(stored, events));
        listener.onRead(aggregateId, events.size(), Duration.ofNanos(System.nanoTime() - begin));
        return events;
    }

    private void decode(StoredEvent stored, List<RecordedEvent<E>> into) {
        codec.read(stored).ifPresentOrElse(into::add, () -> listener.onSkipped(stored));
    }

    @Override
    public Stream<RecordedEvent<E>> replay(long afterSequence) {
        List<StoredEvent> found;
        synchronized (lock) {
            requireOpen();
            found = List.copyOf(stream.subList((int) Math.min(afterSequence, stream.size()), stream.size()));
        }
        return found.stream().mapMulti((stored, next) -> {
            List<RecordedEvent<E>> event = new ArrayList<>(1);
            decode(stored, event);
            event.forEach(next);
        });
    }

    @Override
    public EventSubscription subscribe(EventFilter filter, long afterSequence, EventSubscriber<E> subscriber) {
        if (filter instanceof EventFilter.Aggregate one) {
            kind().subject(one.aggregateId());
        }
        return start(new MemorySubscription(afterSequence) {
            private boolean caughtUp;

            @Override
            boolean handle(StoredEvent stored) throws Exception {
                if (selects(filter, stored)) {
                    List<RecordedEvent<E>> event = new ArrayList<>(1);
                    decode(stored, event);
                    for (RecordedEvent<E> recorded : event) {
                        subscriber.onEvent(recorded);
                    }
                }
                return true;
            }

            @Override
            void atEnd() {
                if (!caughtUp) {
                    caughtUp = true;
                    subscriber.onCaughtUp();
                }
            }

            @Override
            void ended(@Nullable Throwable error) {
                subscriber.onClosed(error);
            }
        });
    }

    private static boolean selects(EventFilter filter, StoredEvent stored) {
        return !(filter instanceof EventFilter.Aggregate one)
                || one.aggregateId().equals(stored.aggregateId());
    }

    @Override
    public EventSubscription project(ProjectionSettings settings, EventHandler<E> handler) {
        String name = settings.name();
        return start(new MemorySubscription(checkpoints.getOrDefault(name, 0L)) {
            private int attempts;

            @Override
            boolean handle(StoredEvent stored) throws InterruptedException {
                attempts++;
                try {
                    List<RecordedEvent<E>> event = new ArrayList<>(1);
                    decode(stored, event);
                    for (RecordedEvent<E> recorded : event) {
                        handler.handle(recorded);
                    }
                } catch (Exception e) {
                    if (attempts < settings.attempts()) {
                        Thread.sleep(settings.pause().toMillis());
                        return false;
                    }
                    DeadLetter letter = new DeadLetter(
                            stored.aggregateId(), stored.revision().sequence(), e.toString(), attempts);
                    deadLetters
                            .computeIfAbsent(name, key -> new CopyOnWriteArrayList<>())
                            .add(letter);
                    listener.onDeadLetter(name, letter);
                }
                attempts = 0;
                checkpoints.put(name, stored.revision().sequence());
                return true;
            }

            @Override
            void ended(@Nullable Throwable error) {
                if (error != null) {
                    throw new IllegalStateException(error);
                }
            }
        });
    }

    @Override
    public List<DeadLetter> deadLetters(String projection) {
        return List.copyOf(deadLetters.getOrDefault(projection, List.of()));
    }

    private EventSubscription start(MemorySubscription subscription) {
        synchronized (lock) {
            requireOpen();
            subscriptions.add(subscription);
        }
        subscription.thread.start();
        return subscription;
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        new LinkedHashSet<>(subscriptions).forEach(MemorySubscription::close);
    }

    /** A thread that goes along the stream. */
    private abstract class MemorySubscription implements EventSubscription {

        private final Thread thread = new Thread(this::run, "events-" + kind());
        private volatile long position;
        private volatile boolean open = true;

        MemorySubscription(long position) {
            this.position = position;
            thread.setDaemon(true);
        }

        /** Returns whether the event is done; otherwise it comes again. */
        abstract boolean handle(StoredEvent stored) throws Exception;

        void atEnd() {}

        abstract void ended(@Nullable Throwable error);

        private void run() {
            @Nullable Throwable error = null;
            try {
                while (open) {
                    @Nullable StoredEvent next = next();
                    if (next != null && handle(next)) {
                        position = next.revision().sequence();
                    }
                }
            } catch (InterruptedException e) {
                // Only close() interrupts.
            } catch (Exception | StackOverflowError | AssertionError e) {
                error = open ? e : null;
            }
            open = false;
            subscriptions.remove(this);
            ended(error);
        }

        private @Nullable StoredEvent next() throws InterruptedException {
            synchronized (lock) {
                if (position < stream.size()) {
                    return stream.get((int) position);
                }
            }
            atEnd();
            synchronized (lock) {
                while (open && position >= stream.size()) {
                    lock.wait();
                }
                return null;
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            synchronized (lock) {
                open = false;
                lock.notifyAll();
            }
            if (Thread.currentThread() != thread) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
