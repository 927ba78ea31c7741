package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.nats.client.PublishOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.impl.Headers;
import io.neurectomy.core.event.DeadLetter;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventHandler;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventSubscription;
import io.neurectomy.core.event.ProjectionSettings;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A projection whose checkpoint is a durable consumer of the server: what was acknowledged does not come again, in whichever
 * process. One event is under way at a time, so the order holds.
 *
 * @param <E> the union of the events
 */
final class DurableProjection<E> implements EventSubscription {
    static final String SEQUENCE = "Neurectomy-Sequence";
    static final String AGGREGATE = "Neurectomy-Aggregate";
    static final String ATTEMPTS = "Neurectomy-Attempts";

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration ACK = Duration.ofSeconds(5);
    private static final long CLOSE_SECONDS = 30;

    private final Connection connection;
    private final EventCodec<E> codec;
    private final JetStreamSettings store;
    private final ProjectionSettings settings;
    private final EventHandler<E> handler;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long position;
    private volatile boolean closed;

    DurableProjection(
            Connection connection,
            EventCodec<E> codec,
            JetStreamSettings store,
            ProjectionSettings settings,
            EventHandler<E> handler)
            throws IOException, JetStreamApiException {
        this.connection = connection;
        this.codec = codec;
        this.store = store;
        this.settings = settings;
        this.handler = handler;
        ConsumerContext consumer = connection
                .getStreamContext(codec.kind().stream(), store.api())
                .createOrUpdateConsumer(ConsumerConfiguration.builder()
                        .durable(settings.name())
                        .ackPolicy(AckPolicy.Explicit)
                        .maxAckPending(1L)
                        .ackWait(settings.patience())
                        .build());
        this.thread = new Thread(() -> run(consumer), "projection-" + settings.name());
        this.thread.setDaemon(true);
    }

    DurableProjection<E> start() {
        thread.start();
        return this;
    }

    private void run(ConsumerContext consumer) {
        try {
            while (!closed) {
                try {
                    Message message = consumer.next(WAIT);
                    if (message != null) {
                        handle(message);
                    }
                } catch (IOException
                        | JetStreamApiException
                        | JetStreamStatusCheckedException
                        | IllegalStateException
                        | TimeoutException e) {
                    // The server comes back; what was not acknowledged comes again.
                    Thread.sleep(WAIT.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            ended.countDown();
        }
    }

    @SuppressWarnings("IllegalCatch") // A handler may throw whatever it likes: that is a failed attempt.
    private void handle(Message message)
            throws InterruptedException, TimeoutException, IOException, JetStreamApiException {
        long attempt = message.metaData().deliveredCount();
        StoredEvent event = Messages.stored(codec.kind(), message);
        try {
            Optional<RecordedEvent<E>> recorded = codec.read(event);
            if (recorded.isPresent()) {
                handler.handle(recorded.get());
            } else {
                store.listener().onSkipped(event);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (attempt < settings.attempts()) {
                message.nakWithDelay(settings.pause());
            } else {
                giveUp(message, event, attempt, e);
            }
            return;
        }
        message.ackSync(ACK);
        position = event.revision().sequence();
    }

    private void giveUp(Message message, StoredEvent event, long attempt, Exception why)
            throws IOException, JetStreamApiException {
        EventKind<E> kind = codec.kind();
        DeadLetter letter =
                new DeadLetter(event.aggregateId(), event.revision().sequence(), String.valueOf(why), attempt);
        Headers headers = new Headers()
                .put(SEQUENCE, Long.toString(letter.sequence()))
                .put(AGGREGATE, letter.aggregateId())
                .put(ATTEMPTS, Long.toString(attempt));
        connection
                .jetStream(store.api())
                .publish(
                        Streams.deadLetterSubject(kind, settings.name()),
                        headers,
                        letter.reason().getBytes(StandardCharsets.UTF_8),
                        PublishOptions.builder()
                                .messageId(settings.name() + "-" + letter.sequence())
                                .build());
        // Only now: a crash in between brings the event again, not nothing.
        message.term();
        position = letter.sequence();
        store.listener().onDeadLetter(settings.name(), letter);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() != thread) {
            try {
                if (thread.isAlive() && !ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
