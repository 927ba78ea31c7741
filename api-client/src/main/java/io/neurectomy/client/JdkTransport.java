package io.neurectomy.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The JDK's client. */
final class JdkTransport implements Transport {
    private final HttpClient client;

    JdkTransport(HttpClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(builder.build(), ignored -> new LimitedBody(request.maxResponseBytes()));
        CompletableFuture<TransportResponse> answer = sent.thenApply(JdkTransport::response);
        // Cancelling a dependent future leaves the one it depends on alone, and the connection open.
        var unused = answer.whenComplete((response, error) -> {
            if (answer.isCancelled()) {
                sent.cancel(true);
            }
        });
        return answer;
    }

    private static TransportResponse response(HttpResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new TransportResponse(response.statusCode(), headers, response.body());
    }

    /** Leaves the client alone: it is its owner's, and can't be closed before JDK 21. */
    @Override
    public void close() {}

    private static final class LimitedBody implements BodySubscriber<String> {
        private final BodySubscriber<String> body = BodySubscribers.ofString(StandardCharsets.UTF_8);
        private final long limit;
        private long received;
        private Flow.@Nullable Subscription subscription;

        LimitedBody(long limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<String> getBody() {
            return body.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription upstream) {
            subscription = upstream;
            body.onSubscribe(upstream);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (received > limit) {
                return;
            }
            received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (received > limit) {
                if (subscription != null) {
                    subscription.cancel();
                }
                body.onError(new ResponseTooLargeException(limit));
                return;
            }
            body.onNext(buffers);
        }

        @Override
        public void onError(Throwable error) {
            body.onError(error);
        }

        @Override
        public void onComplete() {
            body.onComplete();
        }
    }
}
