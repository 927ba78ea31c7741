package io.neurectomy.benchmark.events;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.PublishOptions;
import io.nats.client.Subscription;
import io.nats.client.api.CompressionOption;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.types.AgentEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** What a program does that has the client alone: the same messages with the same headers and checks, written by hand. */
final class Raw {
    static final String STREAM = "RAW";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final JetStream jetStream;

    Raw(Connection connection) throws IOException, JetStreamApiException {
        this.connection = connection;
        this.jetStream = connection.jetStream();
        // As the store makes its own.
        connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(STREAM)
                        .subjects("raw.*.events")
                        .storageType(StorageType.File)
                        .discardPolicy(DiscardPolicy.New)
                        .denyDelete(true)
                        .allowDirect(true)
                        .allowAtomicPublish()
                        .compressionOption(CompressionOption.S2)
                        .duplicateWindow(Duration.ofMinutes(2))
                        .build());
    }

    /** An event as a program has it that writes messages by hand. */
    static final class Encoded {
        private final AgentEvent event;
        private final byte[] json;

        Encoded(AgentEvent event, byte[] json) {
            this.event = event;
            this.json = json.clone();
        }
    }

    private static Headers headers(AgentEvent event, long version) {
        return new Headers()
                .put("Nats-Msg-Id", event.id())
                .put("ce-specversion", "1.0")
                .put("ce-id", event.id())
                .put("ce-source", "neurectomy/agents")
                .put("ce-type", event.type())
                .put("ce-schemaversion", Long.toString(event.schemaVersion()))
                .put("ce-sequence", Long.toString(version))
                .put("ce-correlationid", event.metadata().correlationId());
    }

    private static PublishOptions options(String stream, AgentEvent event, long expected) {
        return PublishOptions.builder()
                .expectedStream(stream)
                .messageId(event.id())
                .expectedLastSubjectSequence(expected)
                .build();
    }

    /** Publishes one after the other to one subject. */
    void publish(List<Encoded> events) throws IOException, JetStreamApiException {
        long last = 0;
        long version = 0;
        for (Encoded one : events) {
            PublishAck ack = jetStream.publish(
                    subject(one.event), headers(one.event, ++version), one.json, options(STREAM, one.event, last));
            last = ack.getSeqno();
        }
    }

    private static String subject(AgentEvent event) {
        return "raw." + event.agentId() + ".events";
    }

    /** Publishes each to a subject of its own, as many at once as the window lets. */
    void publishAsync(List<Encoded> events, int window) {
        pipelined(
                events,
                window,
                one -> jetStream.publishAsync(
                        subject(one.event), headers(one.event, 1), one.json, options(STREAM, one.event, 0)));
    }

    /** Fills the store's own stream past the store, without checks, so that a million are there soon. */
    void fill(List<Encoded> events, int window) {
        AtomicLong version = new AtomicLong();
        pipelined(
                events,
                window,
                one -> jetStream.publishAsync(
                        EventKind.AGENTS.subject(one.event.agentId()),
                        headers(one.event, version.incrementAndGet()),
                        one.json));
    }

    private static void pipelined(
            List<Encoded> events, int window, Function<Encoded, CompletableFuture<PublishAck>> publish) {
        Semaphore free = new Semaphore(window);
        List<CompletableFuture<PublishAck>> acknowledgements = new ArrayList<>();
        for (Encoded one : events) {
            free.acquireUninterruptibly();
            acknowledgements.add(publish.apply(one).whenComplete((ack, error) -> free.release()));
        }
        acknowledgements.forEach(CompletableFuture::join);
    }

    /** Reads a whole stream and looks at nothing. */
    int iterate(String stream, String subject, long count) throws Exception {
        OrderedConsumerConfiguration configuration = new OrderedConsumerConfiguration()
                .filterSubject(subject)
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(1);
        int read = 0;
        IterableConsumer consumer = connection
                .getStreamContext(stream)
                .createOrderedConsumer(configuration)
                .iterate(ConsumeOptions.builder().batchSize(2_000).build());
        try {
            while (read < count) {
                if (consumer.nextMessage(PATIENCE) == null) {
                    throw new IOException("no message after " + read);
                }
                read++;
            }
        } finally {
            consumer.close();
            // Else there are soon as many as a server allows.
            connection.publish(
                    "$JS.API.CONSUMER.DELETE." + stream + "." + consumer.getConsumerName(),
                    connection.createInbox(),
                    new byte[0]);
        }
        return read;
    }

    /** Reads a subject by one request for several messages. */
    int get(String stream, String subject, int count) throws IOException, InterruptedException {
        String inbox = connection.createInbox();
        Subscription replies = connection.subscribe(inbox);
        try {
            String request = "{\"seq\":1,\"batch\":" + count + ",\"next_by_subj\":\"" + subject + "\"}";
            connection.publish("$JS.API.DIRECT.GET." + stream, inbox, request.getBytes(StandardCharsets.UTF_8));
            int read = 0;
            while (true) {
                Message reply = replies.nextMessage(PATIENCE);
                if (reply == null) {
                    throw new IOException("no answer after " + read);
                }
                if (reply.isStatusMessage()) {
                    return read;
                }
                read++;
            }
        } finally {
            replies.unsubscribe();
        }
    }
}
