package io.neurectomy.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The JDK's client. */
final class JdkTransport implements Transport {
    private final HttpClient client;

    JdkTransport(HttpClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        return answer(
                client.sendAsync(http(request), ignored -> new LimitedBody(request.maxResponseBytes())),
                response -> new TransportResponse(response.statusCode(), headers(response), response.body()));
    }

    @Override
    public CompletableFuture<TransportStream> stream(TransportRequest request) {
        return answer(
                client.sendAsync(http(request), BodyHandlers.ofPublisher()),
                response -> new TransportStream(response.statusCode(), headers(response), response.body()));
    }

    private static HttpRequest http(TransportRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    /** Cancelling a dependent future leaves the one it depends on alone, and the connection open. */
    private static <B, A> CompletableFuture<A> answer(
            CompletableFuture<HttpResponse<B>> sent, Function<HttpResponse<B>, A> read) {
        CompletableFuture<A> answer = sent.thenApply(read);
        var unused = answer.whenComplete((response, error) -> {
            if (answer.isCancelled()) {
                sent.cancel(true);
            }
        });
        return answer;
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    /** Leaves the client alone: it is its owner's, and can't be closed before JDK 21. */
    @Override
    public void close() {}
}
