package io.neurectomy.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an event stream as its bytes arrive (HTML Living Standard, section 9.2.6, "Interpreting an event stream"). Unlike there, an event
 * with a type and without data counts: by such an event a GraphQL server may say that a subscription is complete.
 */
final class EventStreamParser {
    private final long maxEventBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String idOfEvent = "";
    private long eventBytes;
    private boolean afterCarriageReturn;
    private boolean firstLine = true;
    private String lastId = "";
    private Optional<Duration> retry = Optional.empty();

    /**
     * An event.
     *
     * @param type its type, {@code message} unless the stream says another
     * @param data its lines, joined by a line feed
     */
    record Event(String type, String data) {}

    EventStreamParser(long maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    /** The id of the last event that had one; empty before. */
    String lastId() {
        return lastId;
    }

    /** How long the server wants a client to wait before it connects again. */
    Optional<Duration> retry() {
        return retry;
    }

    /** Returns the events that these bytes complete; what is left of them is kept. */
    List<Event> feed(ByteBuffer bytes) throws ResponseTooLargeException {
        List<Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = next == '\r';
            if (next == '\r' || next == '\n') {
                endLine(events);
            } else {
                line.write(next);
                if (++eventBytes > maxEventBytes) {
                    throw new ResponseTooLargeException(maxEventBytes);
                }
            }
        }
        return events;
    }

    private void endLine(List<Event> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (firstLine) {
            firstLine = false;
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        if (text.isEmpty()) {
            dispatch(events);
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        switch (field) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> {
                if (value.indexOf('\0') < 0) {
                    idOfEvent = value;
                }
            }
            case "retry" -> {
                if (value.matches("\\d{1,9}")) {
                    retry = Optional.of(Duration.ofMillis(Long.parseLong(value)));
                }
            }
            default -> {
                // A comment, which keeps the connection alive, or a field of another time.
            }
        }
    }

    private void dispatch(List<Event> events) {
        lastId = idOfEvent;
        if (data.length() > 0 || !type.isEmpty()) {
            String text = data.length() > 0 ? data.substring(0, data.length() - 1) : "";
            events.add(new Event(type.isEmpty() ? "message" : type, text));
        }
        data.setLength(0);
        type = "";
        eventBytes = 0;
    }
}
