package io.neurectomy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.context.RequestContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeurectomyClientTest {
    private static final String JSON = "application/json";
    private static final String GOOD = "{\"data\":{\"name\":\"APEX\"}}";
    private static final Pattern KEY = Pattern.compile("(?i)idempotency-key: (\\S+)");

    /** The data of the answers. */
    public record Named(String name) {}

    @Test
    void sendsTheOperationAndWhatItIsPartOf() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(200, JSON, GOOD));
                NeurectomyClient client = client(server).build()) {
            RequestContext context = RequestContext.start("ada");
            context.run(() -> client.execute(GraphQlRequest.query(
                    "Agent", "query Agent($id: UUID!) { agent(id: $id) { name } }", Map.of("id", "1"), Named.class)));
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /graphql HTTP/1.1")
                    .contains("Accept: application/graphql-response+json, application/json;q=0.9")
                    .contains(context.correlationId().toString())
                    .contains("\"operationName\":\"Agent\"", "\"variables\":{\"id\":\"1\"}")
                    .doesNotContain("Authorization", "Idempotency-Key");
        }
    }

    @Test
    void keepsTheIdempotencyKeyOfAMutationOverItsRepetitions() throws IOException {
        try (RawServer server = new RawServer(RawServer.first(
                        1, RawServer.answer(503, "text/plain", ""), RawServer.answer(200, JSON, GOOD)));
                NeurectomyClient client = client(server).build()) {
            GraphQlRequest<Map<String, String>, Named> create =
                    GraphQlRequest.mutation("Create", "mutation Create { name }", Map.of(), Named.class);
            client.execute(create);
            client.execute(create);
            List<String> keys = server.requests().stream()
                    .map(request -> KEY.matcher(request)
                            .results()
                            .findFirst()
                            .orElseThrow()
                            .group(1))
                    .toList();
            assertThat(keys).hasSize(3);
            assertThat(keys.get(1)).isEqualTo(keys.get(0));
            assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
        }
    }

    @Test
    void givesPartialDataWithTheErrorsByPath() throws IOException {
        String body = "{\"data\":{\"name\":null},\"errors\":[{\"message\":\"no\",\"path\":[\"agents\",0,\"name\"],"
                + "\"extensions\":{\"code\":\"X\"}},{}]}";
        try (RawServer server = new RawServer(RawServer.answer(400, "application/graphql-response+json", body));
                NeurectomyClient client = client(server).build()) {
            GraphQlResponse<Named> response =
                    client.execute(GraphQlRequest.query("Name", "query Name { name }", Map.of(), Named.class));
            assertThat(response.data()).isNotNull();
            assertThat(response.errorAt("/agents/0/name"))
                    .map(GraphQlError::message)
                    .contains("no");
            assertThat(response.errorAt("/agents")).isEmpty();
            assertThatThrownBy(response::orThrow)
                    .isInstanceOfSatisfying(
                            ApiException.OperationFailed.class,
                            failure -> assertThat(failure.errors()).hasSize(2));
        }
    }

    @Test
    void repeatsWhatCreatesUnderOneKeyAndWhatReplacesWithoutOne() throws IOException {
        try (RawServer server = new RawServer((request, connection) -> (request % 2 == 1
                                ? RawServer.answer(503, "text/plain", "")
                                : RawServer.answer(200, JSON, "{\"name\":\"APEX\"}"))
                        .write(request, connection));
                NeurectomyClient client = client(server).build()) {
            Named sent = new Named("APEX");
            assertThat(client.execute(ResourceRequest.post("/agents", sent, Named.class)))
                    .isEqualTo(sent);
            client.execute(ResourceRequest.patch("/agents/1", sent, Named.class));
            client.execute(ResourceRequest.put("/agents/1", sent, Named.class));
            assertThat(server.requests())
                    .hasSize(6)
                    .allMatch(request -> request.endsWith("\r\n\r\n{\"name\":\"APEX\"}"))
                    .allMatch(request -> request.contains("Content-Type: " + ApiVersion.V1.mediaType()));
            assertThat(server.requests().get(0)).startsWith("POST /api/v1/agents ");
            List<String> keys = server.requests().stream()
                    .flatMap(request -> KEY.matcher(request).results())
                    .map(found -> found.group(1))
                    .toList();
            assertThat(keys).hasSize(4);
            assertThat(keys.get(0)).isEqualTo(keys.get(1));
            assertThat(keys.get(2)).isEqualTo(keys.get(3)).isNotEqualTo(keys.get(0));
            assertThat(server.requests().get(4)).startsWith("PUT ");
        }
    }

    @Test
    void removesAResourceOfWhichNothingIsLeftToSay() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(204, "text/plain", ""));
                NeurectomyClient client = client(server).build()) {
            assertThat(client.execute(ResourceRequest.delete("/agents/1")).isMissingNode())
                    .isTrue();
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("DELETE /api/v1/agents/1 ")
                    .doesNotContain("Content-Type", "Idempotency-Key");
        }
    }

    @Test
    void refreshesARefusedTokenOnceAndShowsNone() throws IOException {
        TokenSource source = refused -> CompletableFuture.completedFuture(
                Optional.of(new Token(refused == null ? "old-secret" : "new-secret")));
        try (RawServer server = new RawServer(RawServer.first(
                        1, RawServer.answer(401, "text/plain", ""), RawServer.answer(200, JSON, GOOD)));
                NeurectomyClient client = client(server).tokens(source).build()) {
            client.execute(GraphQlRequest.query("Name", "query Name { name }", Map.of(), Named.class));
            assertThat(server.requests().get(0)).contains("Bearer old-secret");
            assertThat(server.requests().get(1)).contains("Bearer new-secret");
        }
        assertThat(new Token("secret")).hasToString("Token[not shown]");
        assertThatThrownBy(() -> new Token("sec\nret")).hasMessageNotContaining("sec\n");
    }

    @Test
    void failsWhenTheTokenSourceFails() throws IOException {
        TokenSource throwing = refused -> {
            throw new IllegalStateException("the vault is sealed");
        };
        try (RawServer server = new RawServer(RawServer.answer(200, JSON, GOOD));
                NeurectomyClient client = client(server).tokens(throwing).build()) {
            assertThatThrownBy(() -> client.execute(ResourceRequest.get("/agents", Named.class)))
                    .isInstanceOf(ApiException.TransportFailed.class)
                    .hasMessageContaining("the vault is sealed");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void readsAResourceInTheVersionThatWasAskedForOnly() throws IOException {
        String v1 = "application/vnd.neurectomy.v1+json; charset=utf-8";
        try (RawServer server = new RawServer(RawServer.answer(200, v1, "{\"name\":\"APEX\"}"));
                NeurectomyClient first = client(server).build();
                NeurectomyClient second = client(server).version(ApiVersion.V2).build()) {
            assertThat(first.execute(ResourceRequest.get("/agents/1", Named.class)))
                    .isEqualTo(new Named("APEX"));
            assertThatThrownBy(() -> second.execute(ResourceRequest.get("/agents/1", Named.class)))
                    .isInstanceOf(ApiException.UnexpectedAnswer.class)
                    .hasMessageContaining("application/vnd.neurectomy.v2+json was asked for");
            assertThat(server.requests().get(0))
                    .startsWith("GET /api/v1/agents/1")
                    .contains("vnd.neurectomy.v1+json");
            assertThat(server.requests().get(1)).startsWith("GET /api/v2/agents/1");
            assertThatThrownBy(() -> first.execute(ResourceRequest.get("//elsewhere/agents", Named.class)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[path]");
        }
    }

    @Test
    void tellsOnceThatAnOperationIsDeprecated() throws IOException {
        List<DeprecationNotice> notices = new ArrayList<>();
        try (RawServer server = new RawServer(RawServer.answer(
                        200,
                        JSON,
                        "{\"name\":\"APEX\"}",
                        "Deprecation: @1688169599",
                        "Sunset: Sun, 30 Jun 2030 23:59:59 GMT",
                        "Link: <https://neurectomy.io/v2>; rel=\"deprecation\""));
                NeurectomyClient client =
                        client(server).onDeprecation(notices::add).build()) {
            client.execute(ResourceRequest.get("/agents", Named.class));
            client.execute(ResourceRequest.get("/agents", Named.class));
        }
        assertThat(notices)
                .containsExactly(new DeprecationNotice(
                        "GET /api/v1/agents",
                        Instant.parse("2023-06-30T23:59:59Z"),
                        Instant.parse("2030-06-30T23:59:59Z"),
                        "<https://neurectomy.io/v2>; rel=\"deprecation\""));
    }

    @Test
    void closesTheConnectionWhenACallIsCancelled() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        RawServer.Answer stalls = RawServer.stalls("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        try (RawServer server = new RawServer((request, connection) -> {
                    asked.countDown();
                    try {
                        stalls.write(request, connection);
                    } finally {
                        closed.countDown();
                    }
                });
                NeurectomyClient client = client(server).build()) {
            CompletableFuture<Named> answer = client.executeAsync(ResourceRequest.get("/agents", Named.class));
            assertThat(asked.await(10, TimeUnit.SECONDS)).as("request arrived").isTrue();
            answer.cancel(true);
            assertThat(closed.await(10, TimeUnit.SECONDS))
                    .as("connection closed")
                    .isTrue();
        }
    }

    @Test
    void endsAWaitingCallWhenItsThreadIsInterrupted() throws IOException {
        try (RawServer server = new RawServer(RawServer.stalls(""));
                NeurectomyClient client = client(server).build()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> client.execute(ResourceRequest.get("/agents", Named.class)))
                    .isInstanceOf(ApiException.TransportFailed.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).as("interrupt flag kept").isTrue();
        }
    }

    @Test
    void refusesAConnectionThatNobodyTakes() throws IOException {
        RawServer server = new RawServer(RawServer.answer(200, JSON, GOOD));
        server.close();
        try (NeurectomyClient client = client(server).build()) {
            assertThatThrownBy(() -> client.execute(ResourceRequest.get("/agents", Named.class)))
                    .isInstanceOf(ApiException.TransportFailed.class)
                    .hasMessageContaining("GET " + server.endpoint().resolve("/api/v1/agents"));
        }
    }

    @Test
    void repeatsNoMoreThanItsBudgetAllows() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(503, "text/plain", ""));
                NeurectomyClient client = client(server).build()) {
            for (int call = 0; call < 20; call++) {
                assertThatThrownBy(() -> client.execute(ResourceRequest.get("/agents", Named.class)))
                        .isInstanceOf(ApiException.ServerFailed.class);
            }
            assertThat(server.requests()).as("20 calls and 10 repetitions").hasSize(30);
        }
    }

    @Test
    void streamsPagesOneAtATime() {
        AtomicInteger fetched = new AtomicInteger();
        assertThat(Page.stream(cursor -> {
                            int from = cursor == null ? 0 : Integer.parseInt(cursor);
                            fetched.incrementAndGet();
                            List<Integer> items =
                                    IntStream.range(from, from + 10).boxed().toList();
                            return new Page<>(items, from == 90 ? null : String.valueOf(from + 10));
                        })
                        .limit(25))
                .hasSize(25)
                .last()
                .isEqualTo(24);
        assertThat(fetched).hasValue(3);
    }

    @Test
    void refusesPagesThatWouldNeverEnd() {
        assertThatThrownBy(() ->
                        Page.stream(cursor -> new Page<>(List.of("a"), "same")).toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[cursor] same");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        NeurectomyClient.Builder builder = NeurectomyClient.builder();
        assertThatThrownBy(() -> builder.endpoint(URI.create("http://user:secret@localhost/graphql")))
                .hasMessageContaining("[endpoint]")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> builder.endpoint(URI.create("/graphql"))).hasMessageContaining("[endpoint]");
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).hasMessageContaining("[timeout]");
        assertThatThrownBy(() -> new RetryPolicy(-1, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("[retry-policy]");
        assertThat(RetryPolicy.none().maxRetries()).isZero();
    }

    private static NeurectomyClient.Builder client(RawServer server) {
        return NeurectomyClient.builder()
                .endpoint(server.endpoint())
                .timeout(Duration.ofSeconds(20))
                .retries(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(2)));
    }
}
