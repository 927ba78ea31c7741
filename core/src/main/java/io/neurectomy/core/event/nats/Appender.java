package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.PublishOptions;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.ConcurrencyException;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.InvalidEventException;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.StoredEvent;
import io.neurectomy.core.event.UnsupportedByServerException;
import io.neurectomy.core.event.internal.Batch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events under an expected sequence and finds out what became of them. Safe for use by several threads.
 *
 * <p>Whether an attempt took effect is never guessed. A server of 2.10 answers a repeated message with {@code duplicate}, one
 * of 2.15 with a conflict, and after two minutes all do the latter; an answer can be lost as well. So on every one of these
 * the events at that place are read back and compared by their ids.
 */
final class Appender {
    private static final int MAX_BATCH = 1_000;
    private static final int ATTEMPTS = 1_000;

    private final Connection connection;
    private final JetStream jetStream;
    private final EventKind<?> kind;
    private final ServerFeatures server;
    private final JetStreamSettings settings;
    private final Reader reader;
    private final ReadBack readBack;

    Appender(Connection connection, EventKind<?> kind, ServerFeatures server, JetStreamSettings settings, Reader reader)
            throws IOException {
        this.connection = connection;
        this.jetStream = connection.jetStream(settings.api());
        this.kind = kind;
        this.server = server;
        this.settings = settings;
        this.reader = reader;
        this.readBack = new ReadBack(kind, settings, reader);
    }

    List<AppendResult> append(List<Batch> batches) throws IOException, JetStreamApiException, InterruptedException {
        batches.forEach(this::checkSize);
        int events = batches.stream().mapToInt(batch -> batch.events().size()).sum();
        if (events > 1) {
            checkAtomic(events);
        }
        for (int attempt = 1; ; attempt++) {
            List<Revision> before = new ArrayList<>();
            for (Batch batch : batches) {
                before.add(expected(batch));
            }
            try {
                return events == 1 ? List.of(single(batches.get(0), before.get(0))) : several(batches, before, events);
            } catch (ConcurrencyException conflict) {
                // Somebody came in between the look at the last event and the append: look again.
                boolean lookAgain = batches.stream().noneMatch(batch -> batch.expected() instanceof Expected.Exact);
                if (!lookAgain || attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    private void checkSize(Batch batch) {
        for (Batch.Encoded event : batch.events()) {
            // Headers count as well; a kilobyte is more than ours take.
            if (event.json().length + 1_024L > connection.getMaxPayload()) {
                throw new InvalidEventException(
                        "EVENT_TOO_LARGE",
                        "event " + event.id() + ": has " + event.json().length
                                + " bytes, but the server takes messages of " + connection.getMaxPayload()
                                + ". Keep large content elsewhere and name it in the event.",
                        ErrorContext.empty().with("bytes", event.json().length),
                        null);
            }
        }
    }

    private void checkAtomic(int events) {
        if (!server.atomicBatch()) {
            throw new UnsupportedByServerException(
                    "ATOMIC_APPEND_UNSUPPORTED",
                    "NATS server " + server.version() + ": can't append " + events
                            + " events all or none; it would store them one by one. Use 2.12.1 or newer, or append one event.",
                    ErrorContext.empty().with("serverVersion", server.version()),
                    null);
        }
        if (events > MAX_BATCH) {
            throw new UnsupportedByServerException(
                    "ATOMIC_APPEND_UNSUPPORTED",
                    "append of " + events + " events: a server takes at most " + MAX_BATCH + " at once. Append fewer.",
                    ErrorContext.empty().with("events", events),
                    null);
        }
    }

    private Revision expected(Batch batch) throws IOException, JetStreamApiException {
        if (batch.expected() instanceof Expected.Exact exact) {
            return exact.revision();
        }
        Revision last = reader.last(kind.subject(batch.aggregateId()))
                .map(StoredEvent::revision)
                .orElse(Revision.NONE);
        if (!batch.allows(last)) {
            throw new ConcurrencyException(
                    batch.aggregateId(), batch.expected(), OptionalLong.of(last.sequence()), null);
        }
        return last;
    }

    private AppendResult single(Batch batch, Revision before)
            throws IOException, JetStreamApiException, InterruptedException {
        String subject = kind.subject(batch.aggregateId());
        Batch.Encoded event = batch.events().get(0);
        Headers headers = Messages.headers(kind, event, before.version() + 1);
        PublishOptions options = options(event, before);
        try {
            return acknowledged(batch, before, jetStream.publish(subject, headers, event.json(), options));
        } catch (JetStreamApiException e) {
            return refused(batch, before, e);
        } catch (IOException e) {
            settings.listener().onAppendRetried(batch.aggregateId(), e);
            return again(batch, before, e);
        }
    }

    /** After an answer that did not come: looks whether the event is there, and tries once more if it is not. */
    private AppendResult again(Batch batch, Revision before, IOException lost)
            throws JetStreamApiException, InterruptedException {
        String subject = kind.subject(batch.aggregateId());
        Batch.Encoded event = batch.events().get(0);
        try {
            Optional<AppendResult> there = readBack.recorded(batch, before);
            if (there.isPresent()) {
                return there.get();
            }
            Headers headers = Messages.headers(kind, event, before.version() + 1);
            PublishAck ack = jetStream.publish(subject, headers, event.json(), options(event, before));
            return acknowledged(batch, before, ack);
        } catch (JetStreamApiException e) {
            try {
                return refused(batch, before, e);
            } catch (IOException stillLost) {
                throw Failures.unknownOutcome(batch.aggregateId(), stillLost);
            }
        } catch (IOException stillLost) {
            stillLost.addSuppressed(lost);
            throw Failures.unknownOutcome(batch.aggregateId(), stillLost);
        }
    }

    private PublishOptions options(Batch.Encoded event, Revision before) {
        return PublishOptions.builder()
                .expectedStream(kind.stream())
                // Else it waits two seconds, whatever the connection's JetStream options say.
                .streamTimeout(settings.timeout())
                .messageId(event.id())
                .expectedLastSubjectSequence(before.sequence())
                .build();
    }

    private AppendResult acknowledged(Batch batch, Revision before, PublishAck ack)
            throws IOException, JetStreamApiException, InterruptedException {
        if (ack.isDuplicate()) {
            return readBack.duplicate(batch, ack.getSeqno());
        }
        return new AppendResult(new Revision(before.version() + 1, ack.getSeqno()), false);
    }

    private AppendResult refused(Batch batch, Revision before, JetStreamApiException e)
            throws IOException, JetStreamApiException, InterruptedException {
        if (!Failures.isConflict(e)) {
            throw e;
        }
        return readBack.behind(e, List.of(batch), List.of(before)).get(0);
    }

    private List<AppendResult> several(List<Batch> batches, List<Revision> before, int events)
            throws IOException, JetStreamApiException, InterruptedException {
        try {
            return publish(batches, before, events);
        } catch (JetStreamApiException e) {
            if (!Failures.isConflict(e)) {
                throw e;
            }
            return readBack.behind(e, batches, before);
        } catch (IOException lost) {
            List<AppendResult> there = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                readBack.recorded(batches.get(i), before.get(i)).ifPresent(there::add);
            }
            if (there.size() == batches.size()) {
                return there;
            }
            throw Failures.unknownOutcome(batches.get(0).aggregateId(), lost);
        }
    }

    /** One atomic batch of ADR-50. The first message of each subject carries the expectation; only the last is answered. */
    private List<AppendResult> publish(List<Batch> batches, List<Revision> before, int events)
            throws IOException, JetStreamApiException, InterruptedException {
        String id = UUID.randomUUID().toString();
        int number = 0;
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            String subject = kind.subject(batch.aggregateId());
            long version = before.get(i).version();
            for (int k = 0; k < batch.events().size(); k++) {
                number++;
                Batch.Encoded event = batch.events().get(k);
                Headers headers = Messages.headers(kind, event, ++version)
                        .put("Nats-Batch-Id", id)
                        .put("Nats-Batch-Sequence", Integer.toString(number));
                if (k == 0) {
                    headers.put(
                            Messages.EXPECTED_SEQUENCE,
                            Long.toString(before.get(i).sequence()));
                }
                if (number == events) {
                    headers.put("Nats-Batch-Commit", "1");
                    return committed(
                            batches,
                            before,
                            events,
                            answer(connection.request(subject, headers, event.json(), settings.timeout())));
                }
                if (number == 1) {
                    // The answer says whether the server knows batches at all.
                    @Nullable Message first = connection.request(subject, headers, event.json(), settings.timeout());
                    if (first == null || first.getData().length > 0) {
                        answer(first);
                        throw ignored();
                    }
                } else {
                    connection.publish(subject, headers, event.json());
                }
            }
        }
        throw new IllegalStateException("a batch without events");
    }

    private UnsupportedByServerException ignored() {
        return new UnsupportedByServerException(
                "ATOMIC_APPEND_UNSUPPORTED",
                "stream " + kind.stream() + ": took the first event of an atomic append for a single one. "
                        + "Allow atomic appends (allow_atomic).",
                ErrorContext.empty(),
                null);
    }

    private static PublishAck answer(@Nullable Message reply) throws IOException, JetStreamApiException {
        if (reply == null) {
            throw new IOException("no answer to an atomic append");
        }
        return new PublishAck(reply);
    }

    private static List<AppendResult> committed(
            List<Batch> batches, List<Revision> before, int events, PublishAck ack) {
        long sequence = ack.getSeqno() - events;
        List<AppendResult> results = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            int size = batches.get(i).events().size();
            sequence += size;
            results.add(new AppendResult(new Revision(before.get(i).version() + size, sequence), false));
        }
        return results;
    }

    /** Publishes without waiting. What is not plain success fails: {@link #append} finds out what became of it. */
    CompletableFuture<AppendResult> appendAsync(Batch batch, Revision before) {
        Batch.Encoded event = batch.events().get(0);
        Headers headers = Messages.headers(kind, event, before.version() + 1);
        return jetStream
                .publishAsync(kind.subject(batch.aggregateId()), headers, event.json(), options(event, before))
                // The client's own limit is five to ten seconds here, whatever its options say.
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(ack -> {
                    if (ack.isDuplicate()) {
                        throw new CompletionException(new IOException("duplicate"));
                    }
                    return new AppendResult(new Revision(before.version() + 1, ack.getSeqno()), false);
                });
    }
}
