package io.neurectomy.core.event.nats;

import io.nats.client.Message;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.StoredEvent;
import io.neurectomy.core.event.UnreadableEventException;
import io.neurectomy.core.event.internal.Batch;
import io.neurectomy.types.EventMetadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events as messages. Headers have the names of CloudEvents' binding for NATS; the version of the aggregate is its extension
 * {@code sequence}.
 */
final class Messages {
    static final String ID = "Nats-Msg-Id";
    static final String EXPECTED_SEQUENCE = "Nats-Expected-Last-Subject-Sequence";
    private static final String VERSION = "ce-sequence";
    private static final String TYPE = "ce-type";
    private static final String SCHEMA_VERSION = "ce-schemaversion";

    private Messages() {}

    static Headers headers(EventKind<?> kind, Batch.Encoded event, long version) {
        EventMetadata metadata = event.metadata();
        Headers headers = new Headers()
                .put(ID, event.id())
                .put("ce-specversion", "1.0")
                .put("ce-id", event.id())
                .put("ce-source", "neurectomy/" + kind.name())
                .put(TYPE, event.type())
                .put(SCHEMA_VERSION, Long.toString(event.schemaVersion()))
                .put(VERSION, Long.toString(version))
                .put("ce-correlationid", metadata.correlationId());
        put(headers, "ce-causationid", metadata.causationId());
        put(headers, "ce-userid", metadata.userId());
        put(headers, "traceparent", text(metadata, "traceparent"));
        put(headers, "tracestate", text(metadata, "tracestate"));
        return headers;
    }

    private static @Nullable String text(EventMetadata metadata, String name) {
        JsonNode value = metadata.additionalProperties().get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        // jnats refuses what no header can hold; the event itself has it whatever it is.
        if (value != null && value.chars().allMatch(c -> c >= ' ' && c < 127)) {
            headers.put(name, value);
        }
    }

    static StoredEvent stored(EventKind<?> kind, Message message) {
        return stored(
                kind,
                message.getSubject(),
                message.metaData().streamSequence(),
                message.metaData().timestamp().toInstant(),
                message.getHeaders(),
                message.getData());
    }

    static StoredEvent stored(EventKind<?> kind, MessageInfo message) {
        return stored(
                kind,
                String.valueOf(message.getSubject()),
                message.getSeq(),
                message.getTime() == null ? Instant.EPOCH : message.getTime().toInstant(),
                message.getHeaders(),
                message.getData() == null ? new byte[0] : message.getData());
    }

    static StoredEvent stored(
            EventKind<?> kind, String subject, long sequence, Instant time, @Nullable Headers headers, byte[] json) {
        String[] tokens = subject.split("\\.", -1);
        long version = number(kind, sequence, headers, VERSION);
        return new StoredEvent(
                tokens.length > 2 ? tokens[2] : subject,
                new Revision(version, sequence),
                time,
                header(kind, sequence, headers, ID),
                header(kind, sequence, headers, TYPE),
                number(kind, sequence, headers, SCHEMA_VERSION),
                json);
    }

    private static long number(EventKind<?> kind, long sequence, @Nullable Headers headers, String name) {
        String text = header(kind, sequence, headers, name);
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && (number <= sequence || name.equals(SCHEMA_VERSION))) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw foreign(kind, sequence, "its header " + name + " is no number");
        }
        throw foreign(kind, sequence, "its header " + name + " is " + text);
    }

    private static String header(EventKind<?> kind, long sequence, @Nullable Headers headers, String name) {
        String value = headers == null ? null : headers.getFirst(name);
        if (value == null) {
            throw foreign(kind, sequence, "it has no header " + name);
        }
        return value;
    }

    private static UnreadableEventException foreign(EventKind<?> kind, long sequence, String why) {
        return new UnreadableEventException(
                "BROKEN_EVENT",
                kind.stream() + ", sequence " + sequence + ": " + why
                        + ", so no event store wrote it. Find out who publishes on these subjects.",
                ErrorContext.empty().with("sequence", sequence),
                null);
    }
}
