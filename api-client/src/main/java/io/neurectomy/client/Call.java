package io.neurectomy.client;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One logical call: its requests, pauses and deadline. Attempts follow one another, so its fields need no lock beyond {@code volatile}. */
final class Call {
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    private final NeurectomyClient.Settings settings;
    private final RetryBudget budget;
    private final Sender sender;
    private final TransportRequest request;
    private final long deadline;
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<TransportResponse> sent;
    private final AtomicInteger retries = new AtomicInteger();
    private volatile boolean refreshed;

    /** How a request is sent: {@link Transport#send}, or what makes a response of {@link Transport#stream}. */
    interface Sender {
        CompletableFuture<TransportResponse> send(TransportRequest request);
    }

    Call(NeurectomyClient.Settings settings, RetryBudget budget, TransportRequest request, Sender sender) {
        this.sender = sender;
        this.settings = settings;
        this.budget = budget;
        this.request = request;
        this.deadline = System.nanoTime() + settings.timeout().toNanos();
    }

    /** Returns the last answer, of whatever status; fails with an {@link ApiException}. Completing it in any way ends the call. */
    CompletableFuture<TransportResponse> start() {
        result.orTimeout(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        var unused = result.whenComplete((response, error) -> {
            CompletableFuture<TransportResponse> running = sent;
            if (running != null) {
                running.cancel(true);
            }
        });
        attempt(null);
        return result.exceptionallyCompose(error -> CompletableFuture.failedFuture(
                error instanceof TimeoutException
                        ? new ApiException.DeadlineExceeded(where(), settings.timeout())
                        : error));
    }

    void cancel() {
        result.cancel(true);
    }

    private String where() {
        return request.toString();
    }

    private void attempt(@Nullable Token refused) {
        if (result.isDone()) {
            return;
        }
        try {
            var unused = settings.tokens()
                    .token(refused)
                    .thenCompose(token -> send(token.orElse(null)))
                    .exceptionally(error -> {
                        fail(error);
                        return null;
                    });
        } catch (RuntimeException e) {
            // A token source may throw before it returns.
            fail(e);
        }
    }

    private CompletionStage<@Nullable Void> send(@Nullable Token token) {
        Map<String, String> headers = new HashMap<>(request.headers());
        if (token != null) {
            headers.put("Authorization", "Bearer " + token.value());
        }
        CompletableFuture<TransportResponse> running = sender.send(new TransportRequest(
                request.method(), request.uri(), headers, request.body(), request.maxResponseBytes()));
        sent = running;
        if (result.isDone()) {
            running.cancel(true);
        }
        return running.handle((response, error) -> {
            if (response != null) {
                answered(response, token);
            } else if (error != null) {
                broken(error);
            }
            return null;
        });
    }

    private void answered(TransportResponse response, @Nullable Token token) {
        if (response.status() == 401 && token != null && !refreshed) {
            refreshed = true;
            attempt(token);
            return;
        }
        if (!PASSING.contains(response.status())) {
            budget.succeeded();
            result.complete(response);
            return;
        }
        Duration pause = RetryAfter.of(response, settings.clock()).orElseGet(this::pause);
        if (!repeat(pause)) {
            result.complete(response);
        }
    }

    private void broken(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        boolean passing = cause instanceof IOException
                && !(cause instanceof SSLException)
                && !(cause instanceof ResponseTooLargeException);
        if (!passing || !repeat(pause())) {
            fail(cause);
        }
    }

    private Duration pause() {
        return settings.retries().pause(retries.get(), settings.random());
    }

    /** Repeats the request after a pause that ends before the deadline. Every request can be: a mutation carries its key. */
    private boolean repeat(Duration pause) {
        boolean late = pause.compareTo(Duration.ofNanos(deadline - System.nanoTime())) >= 0;
        if (late || retries.get() >= settings.retries().maxRetries() || !budget.take()) {
            return false;
        }
        retries.incrementAndGet();
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS).execute(() -> attempt(null));
        return true;
    }

    private void fail(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        result.completeExceptionally(
                cause instanceof ResponseTooLargeException
                        ? new ApiException.UnexpectedAnswer(where(), cause.getMessage() + ".", cause)
                        : new ApiException.TransportFailed(where(), cause));
    }
}
