package io.neurectomy.client;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * An answer over HTTP whose body arrives by and by.
 *
 * @param status the status, 100 to 599
 * @param headers the headers, whose names ignore case; several of one name are joined by a comma (RFC 9110, section 5.2)
 * @param body the bytes, for one subscriber; cancelling its subscription closes the connection
 */
public record TransportStream(int status, Map<String, String> headers, Flow.Publisher<List<ByteBuffer>> body) {

    /**
     * Copies the headers.
     *
     * @param status the status
     * @param headers the headers
     * @param body the bytes
     */
    public TransportStream {
        headers = Headers.copyOf(headers);
    }

    /**
     * Returns a header.
     *
     * @param name its name in any case
     * @return its value, or nothing if it was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
