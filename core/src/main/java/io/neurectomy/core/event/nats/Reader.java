package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.nats.client.Subscription;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.impl.Headers;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads messages of a stream by its subject. Safe for use by several threads. */
final class Reader {
    private static final int BATCH = 1_000;
    private static final byte[] NOTHING = {};
    private static final Duration STALE_PAUSE = Duration.ofMillis(10);

    private final Connection connection;
    private final JetStreamManagement management;
    private final EventKind<?> kind;
    private final ServerFeatures server;
    private final JetStreamSettings settings;

    Reader(Connection connection, EventKind<?> kind, ServerFeatures server, JetStreamSettings settings)
            throws IOException {
        this.connection = connection;
        this.management = connection.jetStreamManagement(settings.api());
        this.kind = kind;
        this.server = server;
        this.settings = settings;
    }

    Optional<StoredEvent> last(String subject) throws IOException, JetStreamApiException {
        return found(() -> management.getLastMessage(kind.stream(), subject));
    }

    Optional<StoredEvent> next(String subject, long from) throws IOException, JetStreamApiException {
        return found(() -> management.getNextMessage(kind.stream(), from, subject));
    }

    Optional<StoredEvent> at(long sequence) throws IOException, JetStreamApiException {
        return found(() -> management.getMessage(kind.stream(), sequence));
    }

    long lastSequence() throws IOException, JetStreamApiException {
        return management.getStreamInfo(kind.stream()).getStreamState().getLastSequence();
    }

    private interface Request {
        MessageInfo send() throws IOException, JetStreamApiException;
    }

    private Optional<StoredEvent> found(Request request) throws IOException, JetStreamApiException {
        try {
            return Optional.of(Messages.stored(kind, request.send()));
        } catch (JetStreamApiException e) {
            if (Failures.isNotFound(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The last sequence of a subject, once a replica that is asked has the one that must be there. */
    long last(String subject, long atLeast) throws IOException, JetStreamApiException, InterruptedException {
        long until = System.nanoTime() + settings.timeout().toNanos();
        while (true) {
            long last = last(subject).map(event -> event.revision().sequence()).orElse(0L);
            if (last >= atLeast) {
                return last;
            }
            if (System.nanoTime() > until) {
                throw missing(last + 1, atLeast);
            }
            Thread.sleep(STALE_PAUSE.toMillis());
        }
    }

    /**
     * Reads the messages of a subject after a sequence, at least up to one that must be there.
     *
     * @param events takes each as it comes, while the server still sends the others
     * @return how many there were
     */
    int read(String subject, long after, long atLeast, int limit, Consumer<StoredEvent> events)
            throws IOException, JetStreamApiException, InterruptedException {
        Progress progress = new Progress(after, limit, events);
        if (server.batchedGet()) {
            batched(subject, atLeast, progress);
        } else {
            consumed(subject, last(subject, atLeast), progress);
        }
        return progress.count;
    }

    /** How far a read has come. */
    private final class Progress {
        private final int limit;
        private final Consumer<StoredEvent> events;
        private long position;
        private int count;
        private long until = System.nanoTime() + settings.timeout().toNanos();

        Progress(long after, int limit, Consumer<StoredEvent> events) {
            this.position = after;
            this.limit = limit;
            this.events = events;
        }

        void add(StoredEvent event) {
            events.accept(event);
            position = event.revision().sequence();
            count++;
            until = System.nanoTime() + settings.timeout().toNanos();
        }

        boolean full() {
            return count >= limit;
        }

        /** Nothing came this time: that must end some time. */
        void nothing(long there) throws IOException {
            if (System.nanoTime() > until) {
                throw missing(position + 1, there);
            }
        }
    }

    private void batched(String subject, long atLeast, Progress progress) throws IOException, InterruptedException {
        boolean all = false;
        while (!progress.full() && !(all && progress.position >= atLeast)) {
            int before = progress.count;
            all = batch(subject, progress);
            if (progress.count == before && !(all && progress.position >= atLeast)) {
                progress.nothing(atLeast);
                // A replica that does not have it yet, or an answer that was lost.
                Thread.sleep(STALE_PAUSE.toMillis());
            }
        }
    }

    /**
     * One request of ADR-31 for several messages; the server ends them by a message without content. Each names the one
     * before, so one that was lost on the way is told from a gap in the stream.
     *
     * @return whether these were all there are
     */
    private boolean batch(String subject, Progress progress) throws IOException, InterruptedException {
        int count = Math.min(BATCH, progress.limit - progress.count);
        String inbox = connection.createInbox();
        Subscription replies = connection.subscribe(inbox);
        try {
            String request = "{\"seq\":" + (progress.position + 1) + ",\"batch\":" + count + ",\"next_by_subj\":\""
                    + subject + "\"}";
            connection.publish("$JS.API.DIRECT.GET." + kind.stream(), inbox, request.getBytes(StandardCharsets.UTF_8));
            long previous = 0;
            while (true) {
                Message reply = replies.nextMessage(settings.timeout());
                if (reply == null && previous == 0) {
                    throw new IOException("no answer within " + settings.timeout());
                }
                if (reply == null) {
                    return false;
                }
                if (reply.isStatusMessage()) {
                    return ended(reply, previous);
                }
                Headers headers = reply.getHeaders();
                if (!follows(headers, previous)) {
                    return false;
                }
                previous = Long.parseLong(headers.getFirst("Nats-Sequence"));
                progress.add(Messages.stored(
                        kind,
                        String.valueOf(headers.getFirst("Nats-Subject")),
                        previous,
                        Instant.parse(headers.getFirst("Nats-Time-Stamp")),
                        headers,
                        reply.getData()));
            }
        } finally {
            replies.unsubscribe();
        }
    }

    private static boolean follows(@Nullable Headers headers, long previous) {
        return headers != null && Long.toString(previous).equals(headers.getFirst("Nats-Last-Sequence"));
    }

    private static boolean ended(Message reply, long previous) throws IOException {
        int code = reply.getStatus().getCode();
        if (code == Failures.NOT_FOUND) {
            return previous == 0;
        }
        if (code != 204) {
            throw new IOException(reply.getStatus().getMessageWithCode());
        }
        Headers headers = reply.getHeaders();
        return follows(headers, previous) && "0".equals(headers.getFirst("Nats-Num-Pending"));
    }

    private void consumed(String subject, long last, Progress progress)
            throws IOException, JetStreamApiException, InterruptedException {
        while (!progress.full() && progress.position < last) {
            int before = progress.count;
            consume(subject, last, progress);
            if (progress.count == before) {
                progress.nothing(last);
            }
        }
    }

    /** Reads on until the last or a silence: a consumer on a server that comes back may say nothing, a new one elsewhere does. */
    private void consume(String subject, long last, Progress progress)
            throws IOException, JetStreamApiException, InterruptedException {
        IterableConsumer consumer = consume(subject, progress.position);
        try {
            while (!progress.full() && progress.position < last) {
                Message message = consumer.nextMessage(silence());
                if (message == null) {
                    return;
                }
                progress.add(Messages.stored(kind, message));
            }
        } catch (JetStreamStatusCheckedException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            close(consumer);
        }
    }

    private static IOException missing(long from, long last) {
        return new IOException("no event from sequence " + from + " on, though there is one at " + last);
    }

    /** How long a consumer may be quiet though there is something, until another is tried. */
    Duration silence() {
        return settings.timeout().dividedBy(4);
    }

    @SuppressWarnings("IllegalCatch") // Its close declares Exception; what was read is read.
    void close(IterableConsumer consumer) {
        try {
            String name = consumer.getConsumerName();
            consumer.close();
            if (connection.getStatus() == Connection.Status.CONNECTED) {
                // By itself the server keeps it for seconds: a thousand reads reach its limit. Nobody waits for the
                // answer.
                connection.publish(
                        "$JS.API.CONSUMER.DELETE." + kind.stream() + "." + name, connection.createInbox(), NOTHING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The server deletes an abandoned consumer by itself.
            return;
        }
    }

    /** Pulled, not pushed: a slow reader of a pushed one stalls for good once its client's buffer is full. */
    IterableConsumer consume(String subject, long after) throws IOException, JetStreamApiException {
        OrderedConsumerConfiguration configuration = new OrderedConsumerConfiguration()
                .filterSubject(subject)
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(after + 1);
        return connection
                .getStreamContext(kind.stream(), settings.api())
                .createOrderedConsumer(configuration)
                .iterate(ConsumeOptions.builder().batchSize(2_000).build());
    }
}
