package io.neurectomy.test.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it was received, body included. Immutable. */
public final class ReceivedRequest {
    private final String head;
    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    ReceivedRequest(String head, String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.head = head;
        this.method = method;
        this.target = target;
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body;
    }

    /**
     * Returns the method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * Returns the path as it was sent, percent encoding included.
     *
     * @return the target up to the question mark
     */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /**
     * Returns the query as it was sent, percent encoding included.
     *
     * @return what follows the question mark; empty if there is none
     */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /**
     * Returns all headers.
     *
     * @return the values in the order of sending, by names whose case does not matter; immutable
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name; case does not matter
     * @return the value, if the header was sent
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Returns the body as text.
     *
     * @return the body read as UTF-8; empty if there is none
     */
    public String body() {
        return new String(body, UTF_8);
    }

    /**
     * Returns the body.
     *
     * @return a copy of its bytes, after the chunks were put together
     */
    public byte[] bytes() {
        return body.clone();
    }

    boolean closesConnection() {
        return head.startsWith(method + " " + target + " HTTP/1.0")
                || headers.getOrDefault("Connection", List.of()).stream().anyMatch("close"::equalsIgnoreCase);
    }

    /**
     * Returns the request as it was sent.
     *
     * @return request line, headers, an empty line and the body
     */
    @Override
    public String toString() {
        return head + body();
    }
}
