package io.neurectomy.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server said about an operation that is to go away.
 *
 * @param operation the operation, such as {@code GET /api/v1/agents}
 * @param since since when it is deprecated (RFC 9745), or {@code null} if the server did not say
 * @param sunset when it stops to answer (RFC 8594), or {@code null} if the server did not say
 * @param link the header {@code Link}, where relation {@code deprecation} or {@code sunset} leads to the documentation, or
 *     {@code null}
 */
public record DeprecationNotice(
        String operation,
        @Nullable Instant since,
        @Nullable Instant sunset,
        @Nullable String link) {}
