package io.neurectomy.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where the client has its tokens from. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface TokenSource {

    /**
     * Returns the token to send.
     *
     * @param refused the token that the server has just answered with 401, so that another is wanted; {@code null} for the
     *     first request of a call
     * @return the token, or nothing to send none
     */
    CompletionStage<Optional<Token>> token(@Nullable Token refused);

    /**
     * Returns a source of the same token.
     *
     * @param token the token
     * @return the source
     */
    static TokenSource of(Token token) {
        return refused -> CompletableFuture.completedFuture(Optional.of(token));
    }

    /**
     * Returns a source that has none.
     *
     * @return the source
     */
    static TokenSource none() {
        return refused -> CompletableFuture.completedFuture(Optional.empty());
    }
}
