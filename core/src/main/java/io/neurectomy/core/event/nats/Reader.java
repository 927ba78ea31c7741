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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads messages of a stream by its subject. Safe for use by several threads. */
final class Reader {
    private static final int BATCH = 1_000;
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

    /** Reads the messages of a subject after a sequence, up to and including another. */
    List<StoredEvent> range(String subject, long after, long last, int limit)
            throws IOException, JetStreamApiException, InterruptedException {
        if (last <= after) {
            return List.of();
        }
        return server.batchedGet() ? batched(subject, after, last, limit) : consumed(subject, after, last, limit);
    }

    private List<StoredEvent> batched(String subject, long after, long last, int limit)
            throws IOException, InterruptedException {
        List<StoredEvent> events = new ArrayList<>();
        long from = after + 1;
        long until = System.nanoTime() + settings.timeout().toNanos();
        while (from <= last && events.size() < limit) {
            List<StoredEvent> some = batch(subject, from, Math.min(BATCH, limit - events.size()));
            if (!some.isEmpty()) {
                events.addAll(some);
                from = some.get(some.size() - 1).revision().sequence() + 1;
                until = System.nanoTime() + settings.timeout().toNanos();
            } else if (System.nanoTime() > until) {
                throw missing(from, last);
            } else {
                // Another replica than the one that knew of the last; it will have it soon.
                Thread.sleep(STALE_PAUSE.toMillis());
            }
        }
        return events;
    }

    /** One request of ADR-31 for several messages; the server ends them by a message without content. */
    private List<StoredEvent> batch(String subject, long from, int count) throws IOException, InterruptedException {
        String inbox = connection.createInbox();
        Subscription replies = connection.subscribe(inbox);
        try {
            String request = "{\"seq\":" + from + ",\"batch\":" + count + ",\"next_by_subj\":\"" + subject + "\"}";
            connection.publish("$JS.API.DIRECT.GET." + kind.stream(), inbox, request.getBytes(StandardCharsets.UTF_8));
            List<StoredEvent> events = new ArrayList<>();
            long previous = 0;
            while (true) {
                Message reply = replies.nextMessage(settings.timeout());
                if (reply == null && events.isEmpty()) {
                    throw new IOException("no answer within " + settings.timeout());
                }
                Headers headers = reply == null || reply.isStatusMessage() ? null : reply.getHeaders();
                if (reply == null || headers == null || headers.getFirst("Nats-Sequence") == null) {
                    return events;
                }
                // A message that was lost on the way is no gap in the stream: what came before it is whole.
                if (!Long.toString(previous).equals(headers.getFirst("Nats-Last-Sequence"))) {
                    return events;
                }
                previous = Long.parseLong(headers.getFirst("Nats-Sequence"));
                events.add(Messages.stored(
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

    private List<StoredEvent> consumed(String subject, long after, long last, int limit)
            throws IOException, JetStreamApiException, InterruptedException {
        List<StoredEvent> events = new ArrayList<>();
        long position = after;
        long until = System.nanoTime() + settings.timeout().toNanos();
        while (position < last && events.size() < limit) {
            int before = events.size();
            consume(subject, position, last, limit, events);
            if (events.size() > before) {
                position = events.get(events.size() - 1).revision().sequence();
                until = System.nanoTime() + settings.timeout().toNanos();
            } else if (System.nanoTime() > until) {
                throw missing(position + 1, last);
            }
        }
        return events;
    }

    /** Reads on until the last or a silence: a consumer on a server that comes back may say nothing, a new one elsewhere does. */
    private void consume(String subject, long after, long last, int limit, List<StoredEvent> events)
            throws IOException, JetStreamApiException, InterruptedException {
        IterableConsumer consumer = consume(subject, after);
        try {
            while (events.size() < limit) {
                Message message = consumer.nextMessage(silence());
                if (message == null) {
                    return;
                }
                StoredEvent event = Messages.stored(kind, message);
                events.add(event);
                if (event.revision().sequence() >= last) {
                    return;
                }
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
    static void close(IterableConsumer consumer) {
        try {
            consumer.close();
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
