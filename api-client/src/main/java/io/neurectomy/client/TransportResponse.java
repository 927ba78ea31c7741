package io.neurectomy.client;

import java.util.Map;
import java.util.Optional;

/**
 * An answer over HTTP.
 *
 * @param status the status, 100 to 599
 * @param headers the headers, whose names ignore case; several of one name are joined by a comma (RFC 9110, section 5.2)
 * @param body the whole body, decoded from UTF-8; empty for none
 */
public record TransportResponse(int status, Map<String, String> headers, String body) {

    /**
     * Copies the headers.
     *
     * @param status the status
     * @param headers the headers
     * @param body the whole body
     */
    public TransportResponse {
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
