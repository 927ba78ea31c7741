package io.neurectomy.test.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link FakeHttpServer} does about a request: usually a response, but it may come late, slowly, in part or not at
 * all. Immutable; each method returns a changed copy.
 */
public final class Answer {
    private static final int ALL = -1;

    /** What happens after the last byte. */
    enum Ending {
        KEEP_OPEN,
        CLOSE,
        RESET,
        STALL
    }

    private record Delivery(Duration delay, Duration pace, int bodyBytes, Ending ending) {}

    private final byte[] head;
    private final byte[] body;
    private final Delivery delivery;

    private Answer(byte[] head, byte[] body, Delivery delivery) {
        this.head = head;
        this.body = body;
        this.delivery = delivery;
    }

    /**
     * Returns a response without a body.
     *
     * @param status from 200 to 599
     * @return a response that leaves the connection open
     * @throws IllegalArgumentException if there is no such status
     */
    public static Answer status(int status) {
        return response(status, List.of(), new byte[0]);
    }

    /**
     * Returns a response with the status 200 and a body of JSON.
     *
     * @param body the JSON; it is sent as it is
     * @return a response that leaves the connection open
     */
    public static Answer json(String body) {
        return of(200, "application/json", body);
    }

    /**
     * Returns a response with a body.
     *
     * @param status from 200 to 599
     * @param contentType the media type
     * @param body the body, sent in UTF-8 with its length
     * @return a response that leaves the connection open
     * @throws IllegalArgumentException if there is no such status, it allows no body, or the media type has a line end
     */
    public static Answer of(int status, String contentType, String body) {
        return response(status, List.of("Content-Type: " + contentType), body.getBytes(UTF_8));
    }

    /**
     * Returns bytes that need not be HTTP. The connection is closed after them.
     *
     * @param bytes what is sent, in UTF-8, instead of a response; empty for no answer at all
     * @return an answer of nothing else
     */
    public static Answer raw(String bytes) {
        return new Answer(
                bytes.getBytes(UTF_8), new byte[0], new Delivery(Duration.ZERO, Duration.ZERO, ALL, Ending.CLOSE));
    }

    private static Answer response(int status, List<String> lines, byte[] body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException(
                    "[http-answer] status %d: is not from 200 to 599. Write it as raw bytes.".formatted(status));
        }
        boolean bodiless = status == 204 || status == 304;
        if (bodiless && body.length > 0) {
            throw new IllegalArgumentException(
                    "[http-answer] status %d: has a body, which HTTP does not allow. Leave it out, or write raw bytes."
                            .formatted(status));
        }
        List<String> head = new ArrayList<>(List.of("HTTP/1.1 " + status + " "));
        lines.forEach(line -> head.add(checked(line)));
        if (!bodiless) {
            head.add("Content-Length: " + body.length);
        }
        return new Answer(
                (String.join("\r\n", head) + "\r\n\r\n").getBytes(ISO_8859_1),
                body,
                new Delivery(Duration.ZERO, Duration.ZERO, ALL, Ending.KEEP_OPEN));
    }

    private static String checked(String line) {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "[http-answer] header: has a line end. Write a wrong response as raw bytes.");
        }
        return line;
    }

    /**
     * Adds a header.
     *
     * @param name the name
     * @param value the value
     * @return a copy with one header more
     * @throws IllegalArgumentException if either has a line end, or these are raw bytes without an end of the headers
     */
    public Answer header(String name, String value) {
        String lines = new String(head, ISO_8859_1);
        if (!lines.endsWith("\r\n\r\n")) {
            throw new IllegalArgumentException(
                    "[http-answer] header %s: raw bytes have no headers to add to. Write it among them."
                            .formatted(name));
        }
        String added = lines.substring(0, lines.length() - 2) + checked(name + ": " + value) + "\r\n\r\n";
        return new Answer(added.getBytes(ISO_8859_1), body, delivery);
    }

    /**
     * Waits before the first byte.
     *
     * @param delay how long
     * @return a copy that comes late
     */
    public Answer delayedBy(Duration delay) {
        Objects.requireNonNull(delay, "delay");
        return with(new Delivery(delay, delivery.pace, delivery.bodyBytes, delivery.ending));
    }

    /**
     * Waits before each byte, headers included.
     *
     * @param pace how long for each byte
     * @return a copy that comes slowly
     */
    public Answer trickling(Duration pace) {
        Objects.requireNonNull(pace, "pace");
        return with(new Delivery(delivery.delay, pace, delivery.bodyBytes, delivery.ending));
    }

    /**
     * Leaves the end of the body out, although its length is told, and closes the connection.
     *
     * @param bytes how many bytes of the body are sent
     * @return a copy that breaks off; {@link #thenResets} and {@link #thenStalls} say how
     * @throws IllegalArgumentException if the body is not longer than that
     */
    public Answer cutAfter(int bytes) {
        if (bytes < 0 || bytes >= body.length) {
            throw new IllegalArgumentException(
                    "[http-answer] cutAfter(%d): the body has %d bytes. Cut it within.".formatted(bytes, body.length));
        }
        return with(new Delivery(delivery.delay, delivery.pace, bytes, Ending.CLOSE));
    }

    /**
     * Closes the connection after the last byte, as a server does that keeps none open.
     *
     * @return a copy that closes
     */
    public Answer thenCloses() {
        return ending(Ending.CLOSE);
    }

    /**
     * Resets the connection (TCP's RST) after the last byte.
     *
     * @return a copy that resets
     */
    public Answer thenResets() {
        return ending(Ending.RESET);
    }

    /**
     * Sends nothing more after the last byte, until the client closes the connection or the test ends.
     *
     * @return a copy that stalls
     */
    public Answer thenStalls() {
        return ending(Ending.STALL);
    }

    private Answer ending(Ending ending) {
        return with(new Delivery(delivery.delay, delivery.pace, delivery.bodyBytes, ending));
    }

    private Answer with(Delivery changed) {
        return new Answer(head, body, changed);
    }

    Duration delay() {
        return delivery.delay;
    }

    Duration pace() {
        return delivery.pace;
    }

    Ending ending() {
        return delivery.ending;
    }

    /** Returns what is sent; the response to HEAD has no body. */
    byte[] bytes(boolean withBody) {
        int length = !withBody ? 0 : delivery.bodyBytes == ALL ? body.length : delivery.bodyBytes;
        byte[] bytes = new byte[head.length + length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, length);
        return bytes;
    }
}
