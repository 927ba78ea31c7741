package io.neurectomy.client;

import java.net.URI;
import java.util.Map;

/**
 * A request over HTTP.
 *
 * @param method the method, in upper case
 * @param uri where to, absolute
 * @param headers the headers, whose names ignore case
 * @param body the body in UTF-8; empty for none
 * @param maxResponseBytes how long the answer's body may be; what is longer fails
 */
public record TransportRequest(
        String method, URI uri, Map<String, String> headers, String body, long maxResponseBytes) {

    /**
     * Copies the headers.
     *
     * @param method the method, in upper case
     * @param uri where to, absolute
     * @param headers the headers
     * @param body the body in UTF-8; empty for none
     * @param maxResponseBytes how long the answer's body may be
     */
    public TransportRequest {
        headers = Headers.copyOf(headers);
    }

    /** Names the request without its headers, one of which is the token. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
