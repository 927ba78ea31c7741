package io.neurectomy.client;

import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;

/** Sends requests over HTTP: what to implement to use another HTTP library. Implementations are safe for use by several threads. */
public interface Transport extends AutoCloseable {

    /**
     * Returns the transport over the JDK's client.
     *
     * @param client connects, and trusts what its SSL context trusts; it should not follow redirects, or the token goes along
     * @return the transport; closing it leaves the client alone, which is the caller's
     */
    static Transport over(HttpClient client) {
        return new JdkTransport(client);
    }

    /**
     * Sends a request once: no retry, no redirect, no deadline, for all three are the caller's.
     *
     * @param request what to send
     * @return the answer of whatever status with its whole body; completes with an {@link java.io.IOException} when there is
     *     none. Cancelling it closes the connection
     */
    CompletableFuture<TransportResponse> send(TransportRequest request);

    /**
     * Sends a request once, and hands on the answer when its head is there.
     *
     * @param request what to send; its limit of bytes does not apply
     * @return the answer of whatever status; completes with an {@link java.io.IOException} when there is none. Cancelling it
     *     closes the connection
     */
    CompletableFuture<TransportStream> stream(TransportRequest request);

    /** Releases what the transport holds. */
    @Override
    void close();
}
