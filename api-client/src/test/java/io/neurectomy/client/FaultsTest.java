package io.neurectomy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.neurectomy.client.RawServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of a server or of the network has a typed outcome, after a known number of requests. */
class FaultsTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String GOOD = "{\"data\":{\"name\":\"APEX\"}}";
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"data\"";

    /** The data of the answers. */
    public record Named(String name) {}

    record Fault(String name, Answer answer, Class<? extends ApiException> outcome, int requests, String message) {
        /** Long enough for a busy machine, but where its end is what is waited for. */
        Duration timeout() {
            return Duration.ofSeconds(outcome == ApiException.DeadlineExceeded.class ? 2 : 30);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        String problem = "{\"title\":\"No\",\"status\":404,\"detail\":\"there is no such agent\"}";
        return Stream.of(
                fault(
                        "reset in the body",
                        RawServer.breaks(HEAD, true),
                        ApiException.TransportFailed.class,
                        3,
                        "no answer"),
                fault("half a body", RawServer.breaks(HEAD, false), ApiException.TransportFailed.class, 3, "no answer"),
                fault(
                        "no answer at all",
                        RawServer.breaks("", false),
                        ApiException.TransportFailed.class,
                        3,
                        "no answer"),
                fault("stalled body", RawServer.stalls(HEAD), ApiException.DeadlineExceeded.class, 1, "PT2S"),
                fault("slow headers", RawServer.stalls("HTTP/1.1 2"), ApiException.DeadlineExceeded.class, 1, "PT2S"),
                fault("429, too long", status(429, "Retry-After: 3600"), ApiException.RateLimited.class, 1, "429"),
                fault("429, a bad date", status(429, "Retry-After: soon"), ApiException.RateLimited.class, 3, "429"),
                fault("503 storm", status(503, "X: y"), ApiException.ServerFailed.class, 3, "503"),
                fault("500", status(500, "X: y"), ApiException.ServerFailed.class, 1, "500"),
                fault(
                        "no JSON",
                        RawServer.answer(200, JSON, "<html>"),
                        ApiException.UnexpectedAnswer.class,
                        1,
                        "not JSON"),
                fault("empty", RawServer.answer(200, JSON, ""), ApiException.UnexpectedAnswer.class, 1, "neither data"),
                fault(
                        "no GraphQL",
                        RawServer.answer(200, JSON, "{}"),
                        ApiException.UnexpectedAnswer.class,
                        1,
                        "neither data"),
                fault(
                        "other data",
                        RawServer.answer(200, JSON, "{\"data\":{\"name\":{}}}"),
                        ApiException.UnexpectedAnswer.class,
                        1,
                        "does not fit Named"),
                fault(
                        "errors",
                        RawServer.answer(
                                200,
                                JSON,
                                "{\"data\":null,\"errors\":[{\"message\":\"it broke\",\"path\":[\"name\"]}]}"),
                        ApiException.OperationFailed.class,
                        1,
                        "/name it broke"),
                fault(
                        "a long body",
                        RawServer.answer(200, JSON, " ".repeat(20_000)),
                        ApiException.UnexpectedAnswer.class,
                        1,
                        "longer than 10000 bytes"),
                fault(
                        "redirect",
                        RawServer.answer(302, JSON, "", "Location: http://localhost:1/"),
                        ApiException.UnexpectedAnswer.class,
                        1,
                        "redirect"),
                fault(
                        "text",
                        RawServer.answer(200, "text/html", GOOD),
                        ApiException.UnexpectedAnswer.class,
                        1,
                        "text/html"),
                fault("401", status(401, "X: y"), ApiException.Unauthenticated.class, 2, "401"),
                fault("403", status(403, "X: y"), ApiException.Forbidden.class, 1, "403"),
                fault(
                        "404",
                        RawServer.answer(404, PROBLEM, problem),
                        ApiException.NotFound.class,
                        1,
                        "status 404, there is no such agent"),
                fault("409", status(409, "X: y"), ApiException.Conflict.class, 1, "409"),
                fault("422", status(422, "X: y"), ApiException.InvalidRequest.class, 1, "422"));
    }

    private static Fault fault(
            String name, Answer answer, Class<? extends ApiException> outcome, int requests, String message) {
        return new Fault(name, answer, outcome, requests, message);
    }

    private static Answer status(int status, String header) {
        return RawServer.answer(status, "text/plain", "", header);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void haveATypedOutcome(Fault fault) throws IOException {
        try (RawServer server = new RawServer(fault.answer());
                NeurectomyClient client = client(server, fault.timeout())) {
            ApiException failure = catchThrowableOfType(
                    fault.outcome(), () -> client.execute(query()).orThrow());
            assertThat(failure).as("outcome").isNotNull();
            assertThat(failure).hasMessageContaining(fault.message());
            assertThat(failure.toString()).doesNotContain("secret");
            assertThat(server.requests()).hasSize(fault.requests());
        }
    }

    @ParameterizedTest
    @MethodSource("faultsThatPass")
    void arePassedBySafeRepetition(Fault fault) throws IOException {
        try (RawServer server = new RawServer(fault.answer());
                NeurectomyClient client = client(server, fault.timeout())) {
            assertThat(client.execute(query()).orThrow()).isEqualTo(new Named("APEX"));
            assertThat(server.requests()).hasSize(fault.requests());
        }
    }

    static Stream<Fault> faultsThatPass() {
        Answer good = RawServer.answer(200, JSON, GOOD);
        return Stream.of(
                fault("none", good, ApiException.class, 1, ""),
                fault("503 once", RawServer.first(1, status(503, "X: y"), good), ApiException.class, 2, ""),
                fault(
                        "429 with seconds",
                        RawServer.first(2, status(429, "Retry-After: 0"), good),
                        ApiException.class,
                        3,
                        ""),
                fault(
                        "429 with a date",
                        RawServer.first(1, status(429, "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"), good),
                        ApiException.class,
                        2,
                        ""),
                fault("a reset", RawServer.first(1, RawServer.breaks(HEAD, true), good), ApiException.class, 2, ""),
                fault("401 once", RawServer.first(1, status(401, "X: y"), good), ApiException.class, 2, ""));
    }

    private static GraphQlRequest<Map<String, String>, Named> query() {
        return GraphQlRequest.query("Name", "query Name { name }", Map.of(), Named.class);
    }

    private static NeurectomyClient client(RawServer server, Duration timeout) {
        return NeurectomyClient.builder()
                .endpoint(server.endpoint())
                .tokens(TokenSource.of(new Token("secret")))
                .timeout(timeout)
                .retries(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(2)))
                .maxResponseBytes(10_000)
                .build();
    }
}
