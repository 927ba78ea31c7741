package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.core.event.Append;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.DeadLetter;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventFilter;
import io.neurectomy.core.event.EventHandler;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventStore;
import io.neurectomy.core.event.EventSubscriber;
import io.neurectomy.core.event.EventSubscription;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.ProjectionSettings;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.SnapshotStore;
import io.neurectomy.core.event.StoredEvent;
import io.neurectomy.core.event.internal.Batch;
import io.neurectomy.core.event.internal.Continuity;
import io.neurectomy.core.event.internal.Delivery;
import io.neurectomy.core.event.internal.EventSource;
import io.neurectomy.core.event.internal.SubscriberConsumer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in a stream of NATS JetStream, 2.10 or newer. Safe for use by several threads.
 *
 * <p>An append is acknowledged once the server has it, which is not once its disk has it: by default a server syncs every two
 * minutes, and a power cut loses what came since. Run single servers with {@code sync_interval: always}; a client can't see
 * how a server is set.
 *
 * @param <E> the union of the events
 */
public final class JetStreamEventStore<E> implements EventStore<E> {
    private static final int OWN_APPENDS = 10_000;

    private final Connection connection;
    private final EventCodec<E> codec;
    private final JetStreamSettings settings;
    private final Reader reader;
    private final Appender appender;
    private final SnapshotStore snapshots;
    private final Semaphore inFlight;
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "event-appends");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private final Map<String, Long> ownAppends = new LinkedHashMap<>();
    private final List<EventSubscription> deliveries = new CopyOnWriteArrayList<>();

    private JetStreamEventStore(Connection connection, EventCodec<E> codec, JetStreamSettings settings)
            throws IOException, JetStreamApiException {
        ServerFeatures server = ServerFeatures.of(connection.getServerInfo());
        Streams.prepare(connection, codec.kind(), server, settings);
        this.connection = connection;
        this.codec = codec;
        this.settings = settings;
        this.reader = new Reader(connection, codec.kind(), server, settings);
        this.appender = new Appender(connection, codec.kind(), server, settings, reader);
        this.snapshots = new KeyValueSnapshots(connection, codec.kind(), settings);
        this.inFlight = new Semaphore(settings.maxInFlight());
    }

    /**
     * Opens the store of a kind. Its streams are made if they are not there.
     *
     * @param connection the connection, which stays open when the store is closed
     * @param codec writes and reads the events
     * @param settings how to work with the server
     * @param <E> the union of the events
     * @return the store
     * @throws io.neurectomy.core.event.UnsupportedByServerException if the server has no JetStream or is older than 2.10
     * @throws io.neurectomy.core.event.StreamSettingsException if a stream is there with settings that lose events
     */
    // jnats is optional: whoever calls this has it, and nobody else is asked for it.
    @SuppressWarnings("exports")
    public static <E> JetStreamEventStore<E> open(
            Connection connection, EventCodec<E> codec, JetStreamSettings settings) {
        try {
            return new JetStreamEventStore<>(connection, codec, settings);
        } catch (IOException | JetStreamApiException e) {
            throw Failures.of("stream " + codec.kind().stream(), e);
        }
    }

    @Override
    public EventKind<E> kind() {
        return codec.kind();
    }

    @Override
    public List<AppendResult> append(List<Append<E>> appends) {
        List<Batch> batches = Batch.of(codec, appends);
        long begin = System.nanoTime();
        String first = batches.get(0).aggregateId();
        try {
            List<AppendResult> results = appender.append(batches);
            for (int i = 0; i < results.size(); i++) {
                appended(batches.get(i), results.get(i), begin);
            }
            return results;
        } catch (NeurectomyException e) {
            throw failed(first, e, begin);
        } catch (IOException | JetStreamApiException | InterruptedException e) {
            throw failed(first, Failures.of("append to aggregate " + first, e), begin);
        }
    }

    private void appended(Batch batch, AppendResult result, long begin) {
        synchronized (ownAppends) {
            ownAppends.merge(batch.aggregateId(), result.revision().sequence(), Math::max);
            if (ownAppends.size() > OWN_APPENDS) {
                ownAppends.remove(ownAppends.keySet().iterator().next());
            }
        }
        settings.listener()
                .onAppended(
                        batch.aggregateId(),
                        batch.events().size(),
                        batch.events().get(0).metadata(),
                        result,
                        Duration.ofNanos(System.nanoTime() - begin));
    }

    private NeurectomyException failed(String aggregateId, NeurectomyException e, long begin) {
        settings.listener().onAppendFailed(aggregateId, e, Duration.ofNanos(System.nanoTime() - begin));
        return e;
    }

    @Override
    public CompletableFuture<AppendResult> appendAsync(Expected expected, E event) {
        Batch batch;
        try {
            batch = Batch.of(codec, List.of(new Append<>(expected, List.of(event))))
                    .get(0);
        } catch (NeurectomyException e) {
            return CompletableFuture.failedFuture(e);
        }
        inFlight.acquireUninterruptibly();
        CompletableFuture<AppendResult> result = new CompletableFuture<>();
        String aggregateId = batch.aggregateId();
        // Each waits for the one before of its aggregate: the server would see them in any order once one is repeated.
        CompletableFuture<?> turn = pending.compute(
                aggregateId,
                (id, before) -> (before == null ? CompletableFuture.completedFuture(null) : before)
                        .handle((ignored, error) -> null)
                        .thenCompose(ignored -> sent(batch, expected, event))
                        .whenComplete((appended, error) -> {
                            inFlight.release();
                            if (error == null) {
                                result.complete(appended);
                            } else {
                                result.completeExceptionally(error.getCause() == null ? error : error.getCause());
                            }
                        }));
        // Without this the map would grow with every aggregate there ever was.
        result.whenComplete((ignored, error) -> pending.remove(aggregateId, turn))
                .isDone();
        return result;
    }

    private CompletableFuture<AppendResult> sent(Batch batch, Expected expected, E event) {
        if (!(expected instanceof Expected.Exact exact)) {
            return CompletableFuture.supplyAsync(() -> append(expected, event), executor);
        }
        long begin = System.nanoTime();
        return appender.appendAsync(batch, exact.revision())
                .whenComplete((appended, error) -> {
                    if (error == null) {
                        appended(batch, appended, begin);
                    }
                })
                .exceptionallyComposeAsync(
                        lost -> CompletableFuture.completedFuture(append(expected, event)), executor);
    }

    @Override
    public List<RecordedEvent<E>> read(String aggregateId, Revision after, int limit) {
        String subject = kind().subject(aggregateId);
        long begin = System.nanoTime();
        try {
            Continuity continuity = Continuity.after(after);
            List<RecordedEvent<E>> recorded = new ArrayList<>();
            int events = reader.read(subject, after.sequence(), own(aggregateId), limit, event -> {
                continuity.next(event);
                decoded(event).ifPresent(recorded::add);
            });
            settings.listener().onRead(aggregateId, events, Duration.ofNanos(System.nanoTime() - begin));
            return recorded;
        } catch (IOException | JetStreamApiException | InterruptedException e) {
            throw Failures.of("aggregate " + aggregateId, e);
        }
    }

    /** The last event that this store has appended to an aggregate: a replica that is asked may not have it yet. */
    private long own(String aggregateId) {
        synchronized (ownAppends) {
            return ownAppends.getOrDefault(aggregateId, 0L);
        }
    }

    private Optional<RecordedEvent<E>> decoded(StoredEvent event) {
        Optional<RecordedEvent<E>> recorded = codec.read(event);
        if (recorded.isEmpty()) {
            settings.listener().onSkipped(event);
        }
        return recorded;
    }

    @Override
    public Stream<RecordedEvent<E>> replay(long afterSequence) {
        long last;
        try {
            last = reader.lastSequence();
        } catch (IOException | JetStreamApiException e) {
            throw Failures.of("stream " + kind().stream(), e);
        }
        EventSource source = new JetStreamSource(reader, kind(), kind().subjects(), afterSequence);
        Replay events = new Replay(source, afterSequence, last);
        return StreamSupport.stream(events, false).onClose(source::close);
    }

    /** Reads until the event that was the last one when it began. */
    private final class Replay extends Spliterators.AbstractSpliterator<RecordedEvent<E>> {
        private final EventSource source;
        private final Continuity continuity;
        private final long last;
        private long position;

        Replay(EventSource source, long after, long last) {
            super(Math.max(0, last - after), Spliterator.ORDERED | Spliterator.NONNULL);
            this.source = source;
            this.continuity = Continuity.after(EventFilter.all(), after);
            this.position = after;
            this.last = last;
        }

        @Override
        public boolean tryAdvance(Consumer<? super RecordedEvent<E>> action) {
            long until = System.nanoTime() + settings.timeout().toNanos();
            try {
                while (position < last) {
                    StoredEvent event = source.next(Duration.ofMillis(500));
                    if (event != null) {
                        continuity.next(event);
                        position = event.revision().sequence();
                        Optional<RecordedEvent<E>> recorded = decoded(event);
                        if (recorded.isPresent()) {
                            action.accept(recorded.get());
                            return true;
                        }
                        until = System.nanoTime() + settings.timeout().toNanos();
                    } else if (System.nanoTime() > until) {
                        throw Failures.of(
                                "replay of " + kind().stream(), new IOException("no event after " + position));
                    }
                }
            } catch (InterruptedException e) {
                throw Failures.of("replay of " + kind().stream(), e);
            }
            return false;
        }
    }

    @Override
    public EventSubscription subscribe(EventFilter filter, long afterSequence, EventSubscriber<E> subscriber) {
        String subject =
                filter instanceof EventFilter.Aggregate one ? kind().subject(one.aggregateId()) : kind().subjects();
        long last;
        try {
            last = filter instanceof EventFilter.Aggregate one
                    ? reader.last(subject, own(one.aggregateId()))
                    : reader.lastSequence();
        } catch (IOException | JetStreamApiException | InterruptedException e) {
            throw Failures.of("stream " + kind().stream(), e);
        }
        return remember(new Delivery(
                        "events-" + kind(),
                        afterSequence,
                        new JetStreamSource(reader, kind(), subject, afterSequence),
                        new SubscriberConsumer<>(
                                codec, Continuity.after(filter, afterSequence), last, subscriber, settings.listener()))
                .start());
    }

    @Override
    public EventSubscription project(ProjectionSettings projection, EventHandler<E> handler) {
        try {
            return remember(new DurableProjection<>(connection, codec, settings, projection, handler).start());
        } catch (IOException | JetStreamApiException e) {
            throw Failures.of("projection " + projection.name(), e);
        }
    }

    private EventSubscription remember(EventSubscription delivery) {
        deliveries.add(delivery);
        return delivery;
    }

    @Override
    public List<DeadLetter> deadLetters(String projection) {
        String stream = kind().deadLetterStream();
        String subject = Streams.deadLetterSubject(kind(), projection);
        List<DeadLetter> letters = new ArrayList<>();
        try {
            JetStreamManagement management = connection.jetStreamManagement(settings.api());
            long from = 1;
            while (true) {
                MessageInfo message = management.getNextMessage(stream, from, subject);
                letters.add(letter(message));
                from = message.getSeq() + 1;
            }
        } catch (JetStreamApiException e) {
            if (Failures.isNotFound(e)) {
                return letters;
            }
            throw Failures.of("stream " + stream, e);
        } catch (IOException e) {
            throw Failures.of("stream " + stream, e);
        }
    }

    private static DeadLetter letter(MessageInfo message) {
        byte @Nullable [] reason = message.getData();
        Headers headers = Objects.requireNonNull(message.getHeaders(), "headers");
        return new DeadLetter(
                String.valueOf(headers.getFirst(DurableProjection.AGGREGATE)),
                Long.parseLong(headers.getFirst(DurableProjection.SEQUENCE)),
                reason == null ? "" : new String(reason, StandardCharsets.UTF_8),
                Long.parseLong(headers.getFirst(DurableProjection.ATTEMPTS)));
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        deliveries.forEach(EventSubscription::close);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
