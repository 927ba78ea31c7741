package io.neurectomy.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.error.ProblemDocument;
import io.neurectomy.core.id.UuidV7Generator;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Client of NEURECTOMY's API. Safe for use by several threads; make one and keep it.
 *
 * <p>Every call has one deadline, which covers its repetitions, its pauses and the body of the answer. Calls that wait end
 * early when their thread is interrupted, asynchronous ones when their future is cancelled; either way the connection is
 * closed. All failures are {@link ApiException}s. The ids of the current {@link RequestContext} are sent along.
 */
public final class NeurectomyClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NeurectomyClient.class);
    private static final String GRAPHQL_JSON = "application/graphql-response+json";
    private static final String JSON_TYPE = "application/json";
    private static final String ANY_GRAPHQL = GRAPHQL_JSON + ", " + JSON_TYPE + ";q=0.9";
    private static final String EVENT_STREAM = "text/event-stream";

    private final Settings settings;
    private final RetryBudget budget = new RetryBudget();
    private final Set<String> noticed = ConcurrentHashMap.newKeySet();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private NeurectomyClient(Settings settings) {
        this.settings = settings;
    }

    /** What a client is made of. */
    record Settings(
            URI endpoint,
            TokenSource tokens,
            Duration timeout,
            Duration heartbeat,
            RetryPolicy retries,
            ApiVersion version,
            long maxResponseBytes,
            DeprecationListener deprecations,
            Transport transport,
            InstantSource clock,
            RandomGenerator random) {}

    /**
     * Begins a client with the defaults.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Runs a GraphQL operation and waits for its answer.
     *
     * @param request the operation
     * @return data, errors or both
     * @throws ApiException if there is no answer, or one that is not GraphQL
     * @param <T> the type of the data
     */
    public <T> GraphQlResponse<T> execute(GraphQlRequest<?, T> request) {
        return await("POST " + settings.endpoint(), executeAsync(request));
    }

    /**
     * Runs a GraphQL operation.
     *
     * @param request the operation
     * @return data, errors or both; completes with an {@link ApiException} if there is no answer, or one that is not GraphQL
     * @param <T> the type of the data
     */
    public <T> CompletableFuture<GraphQlResponse<T>> executeAsync(GraphQlRequest<?, T> request) {
        Map<String, String> headers = headers(ANY_GRAPHQL);
        if (request.mutation()) {
            headers.put("Idempotency-Key", UuidV7Generator.shared().next().toString());
        }
        TransportRequest http = post(request, headers);
        return send(
                http,
                request.name(),
                settings.transport()::send,
                response -> graphQl(http.toString(), request, response));
    }

    /**
     * Subscribes to events by server-sent events (GraphQL over SSE, distinct connections mode).
     *
     * <p>A connection that breaks, or on which nothing is heard for the time of {@link Builder#heartbeat}, is replaced by
     * another one that goes on after the last event, if the server gives events ids. If it gives none, events could be lost
     * between the two, so the subscription fails with {@link ApiException.TransportFailed} instead.
     *
     * @param request the subscription
     * @return the events. Each subscriber has a connection of its own, is told one event after the other, not more than it asks
     *     for, and an {@link ApiException} if the subscription fails. Cancelling closes the connection
     * @param <T> the type of the data of an event
     */
    public <T> Flow.Publisher<GraphQlResponse<T>> subscribe(GraphQlRequest<?, T> request) {
        Map<String, String> headers = headers(EVENT_STREAM + ", " + ANY_GRAPHQL);
        return subscriber -> new GraphQlSubscription<>(
                        new EventSource<>(request, headers), subscriber, settings.retries(), settings.heartbeat())
                .start();
    }

    /** Opens the streams of one subscription. */
    private final class EventSource<T> implements GraphQlSubscription.Server<T> {
        private final GraphQlRequest<?, T> request;
        private final Map<String, String> headers;

        EventSource(GraphQlRequest<?, T> request, Map<String, String> headers) {
            this.request = request;
            this.headers = headers;
        }

        @Override
        public CompletableFuture<GraphQlSubscription.Opened<T>> open(String lastId) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            if (!lastId.isEmpty()) {
                all.put("Last-Event-ID", lastId);
            }
            TransportRequest http = post(request, all);
            AtomicReference<@Nullable TransportStream> events = new AtomicReference<>();
            LimitedBody body = new LimitedBody(settings.maxResponseBytes());
            CompletableFuture<GraphQlSubscription.Opened<T>> opened = send(
                    http,
                    request.name(),
                    sent -> head(sent, events, body),
                    response -> events.get() != null
                            ? new GraphQlSubscription.Opened<>(events.get(), null)
                            : new GraphQlSubscription.Opened<>(null, graphQl(http.toString(), request, response)));
            var unused = opened.whenComplete((value, error) -> {
                TransportStream stream = events.get();
                if (error != null && stream != null) {
                    // It came when the call was over already. Only a subscriber can close it.
                    body.cancel();
                    stream.body().subscribe(body);
                }
            });
            return opened;
        }

        /** Sets events aside; of any other answer, waits for the whole. */
        private CompletableFuture<TransportResponse> head(
                TransportRequest sent, AtomicReference<@Nullable TransportStream> events, LimitedBody body) {
            CompletableFuture<TransportStream> opening = settings.transport().stream(sent);
            CompletableFuture<TransportResponse> answer = opening.thenCompose(stream -> {
                if (stream.status() == 200
                        && mediaType(stream.header("Content-Type")).equals(EVENT_STREAM)) {
                    events.set(stream);
                    return CompletableFuture.completedFuture(
                            new TransportResponse(stream.status(), stream.headers(), ""));
                }
                stream.body().subscribe(body);
                return body.getBody().thenApply(text -> new TransportResponse(stream.status(), stream.headers(), text));
            });
            var unused = answer.whenComplete((response, error) -> {
                if (answer.isCancelled()) {
                    opening.cancel(true);
                    body.cancel();
                }
            });
            return answer;
        }

        @Override
        public GraphQlResponse<T> read(String data) {
            String where = "event of " + request.name();
            return graphQl(where, request, parse(where, data));
        }

        @Override
        public ApiException broken(Throwable cause) {
            String where = "POST " + settings.endpoint();
            return cause instanceof ResponseTooLargeException
                    ? new ApiException.UnexpectedAnswer(where, "an event: " + cause.getMessage() + ".", cause)
                    : new ApiException.TransportFailed(where, cause);
        }

        @Override
        public long maxEventBytes() {
            return settings.maxResponseBytes();
        }

        @Override
        public Duration pause(int breaksInARow) {
            return settings.retries().pause(breaksInARow, settings.random());
        }
    }

    private TransportRequest post(GraphQlRequest<?, ?> request, Map<String, String> headers) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("operationName", request.name());
        body.put("query", request.document());
        body.put("variables", request.variables());
        headers.put("Content-Type", JSON_TYPE);
        return new TransportRequest(
                "POST", settings.endpoint(), headers, json.writeValueAsString(body), settings.maxResponseBytes());
    }

    /**
     * Sends a request to the REST API and waits for its answer.
     *
     * @param request the request
     * @return the answer
     * @throws ApiException if there is no answer, a refusal, or an answer in another version
     * @param <T> the type of the answer
     */
    public <T> T execute(ResourceRequest<?, T> request) {
        return await(request.method() + " " + request.path(), executeAsync(request));
    }

    /**
     * Sends a request to the REST API.
     *
     * @param request the request
     * @return the answer; completes with an {@link ApiException} if there is none, a refusal, or an answer in another version
     * @param <T> the type of the answer
     */
    public <T> CompletableFuture<T> executeAsync(ResourceRequest<?, T> request) {
        URI uri = settings.endpoint().resolve(settings.version().path() + request.path());
        Map<String, String> headers = headers(settings.version().mediaType());
        if (request.body() != null) {
            headers.put("Content-Type", settings.version().mediaType());
        }
        if (request.needsIdempotencyKey()) {
            headers.put("Idempotency-Key", UuidV7Generator.shared().next().toString());
        }
        TransportRequest http = new TransportRequest(
                request.method(),
                uri,
                headers,
                request.body() == null ? "" : json.writeValueAsString(request.body()),
                settings.maxResponseBytes());
        return send(
                http,
                request.method() + " " + uri.getPath(),
                settings.transport()::send,
                response -> resource(http.toString(), response, request.type()));
    }

    private Map<String, String> headers(String accept) {
        Map<String, String> headers = new LinkedHashMap<>();
        RequestContext.current().ifPresent(context -> headers.putAll(context.toHeaders()));
        headers.put("Accept", accept);
        return headers;
    }

    private <T> CompletableFuture<T> send(
            TransportRequest request, String operation, Call.Sender sender, Function<TransportResponse, T> read) {
        Call call = new Call(settings, budget, request, sender);
        CompletableFuture<T> answer = call.start().thenApply(response -> {
            notice(operation, response);
            return read.apply(response);
        });
        // Cancelling a dependent future leaves the call alone.
        var unused = answer.whenComplete((value, error) -> {
            if (answer.isCancelled()) {
                call.cancel();
            }
        });
        return answer;
    }

    private static <T> T await(String where, CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiException.TransportFailed(where, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ApiException failure ? failure : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new ApiException.TransportFailed(where, e);
        }
    }

    private <T> GraphQlResponse<T> graphQl(String where, GraphQlRequest<?, T> request, TransportResponse response) {
        String type = mediaType(response);
        // With application/json, a status other than 2xx may come from anything between here and the server.
        if (!type.equals(GRAPHQL_JSON)) {
            requireSuccess(where, response);
        }
        if (!type.equals(GRAPHQL_JSON) && !type.equals(JSON_TYPE)) {
            throw new ApiException.UnexpectedAnswer(where, "the media type is \"" + type + "\".", null);
        }
        JsonNode body = parse(where, response.body());
        if (!isResult(body)) {
            requireSuccess(where, response);
        }
        return graphQl(where, request, body);
    }

    private static boolean isResult(JsonNode body) {
        return body.isObject() && (body.has("data") || body.has("errors"));
    }

    private <T> GraphQlResponse<T> graphQl(String where, GraphQlRequest<?, T> request, JsonNode body) {
        if (!isResult(body)) {
            throw new ApiException.UnexpectedAnswer(where, "the body has neither data nor errors.", null);
        }
        JsonNode data = body.path("data");
        List<GraphQlError> errors = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            errors.add(GraphQlError.of(error));
        }
        return new GraphQlResponse<>(
                request.name(), data.isObject() ? convert(where, data, request.dataType()) : null, errors);
    }

    private <T> T resource(String where, TransportResponse response, Class<T> type) {
        requireSuccess(where, response);
        if (response.body().isEmpty() && type == JsonNode.class) {
            return type.cast(json.missingNode());
        }
        String mediaType = mediaType(response);
        if (!mediaType.equals(settings.version().mediaType()) && !mediaType.equals(JSON_TYPE)) {
            throw new ApiException.UnexpectedAnswer(
                    where,
                    "the media type is \"" + mediaType + "\", but "
                            + settings.version().mediaType() + " was asked for.",
                    null);
        }
        return convert(where, parse(where, response.body()), type);
    }

    private void requireSuccess(String where, TransportResponse response) {
        int status = response.status();
        if (status >= 200 && status < 300) {
            return;
        }
        if (status < 400) {
            throw new ApiException.UnexpectedAnswer(
                    where,
                    "status " + status + ", a redirect, which is not followed so that the token stays here.",
                    null);
        }
        @Nullable
        ProblemDocument problem = mediaType(response).equals(ProblemDocument.MEDIA_TYPE)
                ? ProblemDocument.parse(response.body(), status).orElse(null)
                : null;
        throw new ApiException.Refusal(
                        where,
                        status,
                        problem,
                        RetryAfter.of(response, settings.clock()).orElse(null))
                .toException();
    }

    private static String mediaType(TransportResponse response) {
        return mediaType(response.header("Content-Type"));
    }

    private static String mediaType(Optional<String> header) {
        String type = header.orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private JsonNode parse(String where, String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new ApiException.UnexpectedAnswer(where, "the body is not JSON.", e);
        }
    }

    private <T> T convert(String where, JsonNode value, Class<T> type) {
        try {
            return json.treeToValue(value, type);
        } catch (JacksonException e) {
            throw new ApiException.UnexpectedAnswer(
                    where, "the body does not fit " + type.getSimpleName() + ": " + e.getOriginalMessage() + ".", e);
        }
    }

    private void notice(String operation, TransportResponse response) {
        String deprecation = response.header("Deprecation").orElse("");
        @Nullable
        Instant sunset = response.header("Sunset").flatMap(RetryAfter::date).orElse(null);
        if ((deprecation.isEmpty() && sunset == null) || !noticed.add(operation)) {
            return;
        }
        DeprecationNotice notice = new DeprecationNotice(
                operation,
                structuredDate(deprecation),
                sunset,
                response.header("Link").orElse(null));
        LOG.warn("{} is deprecated since {}, and answers until {}", operation, notice.since(), sunset);
        settings.deprecations().deprecated(notice);
    }

    /** Reads the date of a structured field, {@code @} and the seconds since 1970 (RFC 9651, section 3.3.7). */
    private static @Nullable Instant structuredDate(String value) {
        if (!value.matches("@\\d{1,12}")) {
            return null;
        }
        return Instant.ofEpochSecond(Long.parseLong(value.substring(1)));
    }

    /** Closes the transport. */
    @Override
    public void close() {
        settings.transport().close();
    }

    /** Collects what a client is made of. For use by one thread. */
    public static final class Builder {
        private URI endpoint = URI.create("http://localhost:4000/graphql");
        private TokenSource tokens = TokenSource.none();
        private Duration timeout = Duration.ofSeconds(30);
        private Duration heartbeat = Duration.ofSeconds(45);
        private RetryPolicy retries = RetryPolicy.standard();
        private ApiVersion version = ApiVersion.V1;
        private long maxResponseBytes = 10L << 20;
        private DeprecationListener deprecations = notice -> {};
        private @Nullable Transport transport;

        private Builder() {}

        /**
         * Sets the endpoint of GraphQL; REST is on the same host. Default: {@code http://localhost:4000/graphql}.
         *
         * @param uri absolute, http or https, without user information
         * @return this
         * @throws IllegalArgumentException if it is another kind of URI
         */
        public Builder endpoint(URI uri) {
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "[endpoint] the URI: is not absolute, not http or https, or holds a user. Pass scheme, host and path.");
            }
            endpoint = uri;
            return this;
        }

        /**
         * Sets where tokens come from. Default: none is sent.
         *
         * @param source the source
         * @return this
         */
        public Builder tokens(TokenSource source) {
            tokens = source;
            return this;
        }

        /**
         * Sets how long a call may take with all its repetitions. Default: 30 seconds.
         *
         * @param duration more than nothing
         * @return this
         * @throws IllegalArgumentException if it is nothing or negative
         */
        public Builder timeout(Duration duration) {
            timeout = positive("timeout", duration);
            return this;
        }

        /**
         * Sets how long a subscription may hear nothing before its connection counts as broken. A comment of the server is
         * heard too. Default: 45 seconds, as servers send one every 12 to 30.
         *
         * @param duration more than nothing
         * @return this
         * @throws IllegalArgumentException if it is nothing or negative
         */
        public Builder heartbeat(Duration duration) {
            heartbeat = positive("heartbeat", duration);
            return this;
        }

        private static Duration positive(String name, Duration duration) {
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException(
                        "[" + name + "] " + duration + ": leaves no time. Pass more than nothing.");
            }
            return duration;
        }

        /**
         * Sets what is repeated. Default: {@link RetryPolicy#standard}.
         *
         * @param policy the policy
         * @return this
         */
        public Builder retries(RetryPolicy policy) {
            retries = policy;
            return this;
        }

        /**
         * Sets the version of the REST API. Default: {@link ApiVersion#V1}.
         *
         * @param apiVersion the version
         * @return this
         */
        public Builder version(ApiVersion apiVersion) {
            version = apiVersion;
            return this;
        }

        /**
         * Sets how long the body of an answer may be. Default: 10 MiB.
         *
         * @param bytes the limit in bytes
         * @return this
         */
        public Builder maxResponseBytes(long bytes) {
            maxResponseBytes = bytes;
            return this;
        }

        /**
         * Sets who hears of deprecated operations. Default: nobody; each is logged once in any case.
         *
         * @param listener the listener
         * @return this
         */
        public Builder onDeprecation(DeprecationListener listener) {
            deprecations = listener;
            return this;
        }

        /**
         * Sets the transport. Default: the JDK's client, which gives up connecting after 10 seconds.
         *
         * @param carrier the transport; the client closes it
         * @return this
         */
        public Builder transport(Transport carrier) {
            transport = carrier;
            return this;
        }

        /**
         * Makes the client.
         *
         * @return the client
         */
        public NeurectomyClient build() {
            Transport carrier = transport != null
                    ? transport
                    : Transport.over(HttpClient.newBuilder()
                            .connectTimeout(Duration.ofSeconds(10))
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build());
            return new NeurectomyClient(new Settings(
                    endpoint,
                    tokens,
                    timeout,
                    heartbeat,
                    retries,
                    version,
                    maxResponseBytes,
                    deprecations,
                    carrier,
                    InstantSource.system(),
                    RandomGenerator.getDefault()));
        }
    }
}
