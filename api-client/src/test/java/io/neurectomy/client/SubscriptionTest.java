package io.neurectomy.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n\r\n";
    private static final String COMPLETE = "event: complete\ndata:\n\n";

    /** The data of an event. */
    public record Named(String name) {}

    @Test
    void deliversEventsUntilTheServerSaysThatAllAreSent() throws Exception {
        try (RawServer server =
                        new RawServer(RawServer.breaks(HEAD + event("a", "1") + event("b", "2") + COMPLETE, false));
                NeurectomyClient client = client(server).build()) {
            Told told = subscribe(client);
            assertThat(told.all()).containsExactly("a", "b", "complete");
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .contains("Accept: text/event-stream, application/graphql-response+json")
                    .contains("\"query\":\"subscription Names { name }\"")
                    .doesNotContain("Last-Event-ID", "Idempotency-Key");
        }
    }

    @Test
    void goesOnAfterTheLastEventWhenTheConnectionBreaks() throws Exception {
        try (RawServer server = new RawServer(RawServer.first(
                        1,
                        RawServer.breaks(HEAD + "retry: 1\n" + event("a", "1") + event("b", "2"), true),
                        RawServer.breaks(HEAD + event("c", "3") + COMPLETE, false)));
                NeurectomyClient client = client(server).build()) {
            assertThat(subscribe(client).all()).containsExactly("a", "b", "c", "complete");
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1)).contains("Last-Event-ID: 2");
        }
    }

    @Test
    void failsWhereEventsMayBeLostForWantOfIds() throws Exception {
        try (RawServer server = new RawServer(RawServer.breaks(HEAD + event("a", ""), false));
                NeurectomyClient client = client(server).build()) {
            assertThat(subscribe(client).all()).containsExactly("a", "TransportFailed");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void givesUpOnAServerThatNeverSendsAnEvent() throws Exception {
        try (RawServer server = new RawServer(RawServer.breaks(HEAD, false));
                NeurectomyClient client = client(server).build()) {
            assertThat(subscribe(client).all()).containsExactly("TransportFailed");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void replacesAConnectionOnWhichNothingIsHeard() throws Exception {
        try (RawServer server = new RawServer(RawServer.first(
                        1,
                        RawServer.stalls(HEAD + event("a", "1")),
                        RawServer.breaks(HEAD + event("b", "2") + COMPLETE, false)));
                NeurectomyClient client =
                        client(server).heartbeat(Duration.ofMillis(200)).build()) {
            assertThat(subscribe(client).all()).containsExactly("a", "b", "complete");
        }
    }

    @Test
    void takesACommentForALifeSign() throws Exception {
        RawServer.Answer beating = (request, connection) -> {
            write(connection, HEAD);
            for (int i = 0; i < 30; i++) {
                write(connection, ":\n\n");
                pause(50);
            }
            write(connection, event("a", "1") + COMPLETE);
        };
        try (RawServer server = new RawServer(beating);
                NeurectomyClient client =
                        client(server).heartbeat(Duration.ofMillis(1000)).build()) {
            assertThat(subscribe(client).all()).containsExactly("a", "complete");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closesTheConnectionWhenItIsCancelled() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        RawServer.Answer open = (request, connection) -> {
            RawServer.stalls(HEAD + event("a", "1")).write(request, connection);
            closed.countDown();
        };
        try (RawServer server = new RawServer(open);
                NeurectomyClient client = client(server).build()) {
            Told told = subscribe(client);
            assertThat(told.next()).isEqualTo("a");
            told.subscription().cancel();
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(told.things).isEmpty();
        }
    }

    @Test
    void closesTheConnectionWhenItIsCancelledBeforeTheAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        RawServer.Answer silent = (request, connection) -> {
            asked.countDown();
            RawServer.stalls("").write(request, connection);
            closed.countDown();
        };
        try (RawServer server = new RawServer(silent);
                NeurectomyClient client = client(server).build()) {
            Told told = subscribe(client);
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            told.subscription().cancel();
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void deliversNoMoreThanIsAskedForAndReadsNoFurther() throws Exception {
        String many = IntStream.range(0, 200_000)
                .mapToObj(i -> event("n" + i, "" + i))
                .collect(Collectors.joining());
        CountDownLatch written = new CountDownLatch(1);
        RawServer.Answer flood = (request, connection) -> {
            write(connection, HEAD + many + COMPLETE);
            written.countDown();
        };
        try (RawServer server = new RawServer(flood);
                NeurectomyClient client = client(server).build()) {
            Told told = new Told(0);
            client.subscribe(request()).subscribe(told);
            told.subscription().request(2);
            assertThat(told.next()).isEqualTo("n0");
            assertThat(told.next()).isEqualTo("n1");
            assertThat(told.things.poll(300, TimeUnit.MILLISECONDS)).isNull();
            assertThat(written.getCount()).as("the server has to wait").isOne();
            told.subscription().request(Long.MAX_VALUE);
            told.subscription().request(Long.MAX_VALUE);
            assertThat(told.all()).hasSize(199_999).endsWith("n199999", "complete");
        }
    }

    @Test
    void refusesADemandForNothing() throws Exception {
        try (RawServer server = new RawServer(RawServer.stalls(HEAD));
                NeurectomyClient client = client(server).build()) {
            Told told = new Told(0);
            client.subscribe(request()).subscribe(told);
            told.subscription().request(0);
            assertThat(told.all()).containsExactly("IllegalArgumentException");
        }
    }

    @Test
    void takesAnAnswerThatIsNoStreamForTheOnlyEvent() throws Exception {
        String body = "{\"errors\":[{\"message\":\"no such subscription\"}]}";
        try (RawServer server = new RawServer(RawServer.answer(400, "application/graphql-response+json", body));
                NeurectomyClient client = client(server).build()) {
            assertThat(subscribe(client).all()).containsExactly("[no such subscription]", "complete");
        }
    }

    @Test
    void failsAsEveryCallWhereTheServerRefuses() throws Exception {
        try (RawServer server = new RawServer(RawServer.first(
                        1, RawServer.answer(503, "text/plain", ""), RawServer.answer(404, "text/plain", "")));
                NeurectomyClient client = client(server).build()) {
            assertThat(subscribe(client).all()).containsExactly("NotFound");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void endsWithTheDeadlineWhereARefusalNeverEnds() throws Exception {
        String head = "HTTP/1.1 404 X\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n";
        CountDownLatch closed = new CountDownLatch(1);
        RawServer.Answer stalling = (request, connection) -> {
            RawServer.stalls(head).write(request, connection);
            closed.countDown();
        };
        try (RawServer server = new RawServer(stalling);
                NeurectomyClient client =
                        client(server).timeout(Duration.ofMillis(300)).build()) {
            assertThat(subscribe(client).all()).containsExactly("DeadlineExceeded");
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refreshesTheTokenForTheConnection() throws Exception {
        TokenSource source =
                refused -> CompletableFuture.completedFuture(Optional.of(new Token(refused == null ? "old" : "new")));
        try (RawServer server = new RawServer(RawServer.first(
                        1,
                        RawServer.answer(401, "text/plain", ""),
                        RawServer.breaks(HEAD + event("a", "1") + COMPLETE, false)));
                NeurectomyClient client = client(server).tokens(source).build()) {
            assertThat(subscribe(client).all()).containsExactly("a", "complete");
            assertThat(server.requests().get(1)).contains("Bearer new");
        }
    }

    @Test
    void refusesEventsThatAreNoResults() throws Exception {
        for (String data : List.of("no json", "[]", "{}", "{\"data\":{\"name\":[]}}")) {
            try (RawServer server = new RawServer(RawServer.stalls(HEAD + "event: next\ndata: " + data + "\n\n"));
                    NeurectomyClient client = client(server).build()) {
                assertThat(subscribe(client).all()).as(data).containsExactly("UnexpectedAnswer");
            }
        }
    }

    @Test
    void refusesAnEventOverTheLimit() throws Exception {
        try (RawServer server = new RawServer(RawServer.stalls(HEAD + event("a".repeat(2000), "1")));
                NeurectomyClient client = client(server).maxResponseBytes(1000).build()) {
            assertThat(subscribe(client).all()).containsExactly("UnexpectedAnswer");
        }
    }

    private static NeurectomyClient.Builder client(RawServer server) {
        return NeurectomyClient.builder()
                .endpoint(server.endpoint())
                .retries(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private static GraphQlRequest<Map<String, String>, Named> request() {
        return GraphQlRequest.subscription("Names", "subscription Names { name }", Map.of(), Named.class);
    }

    private static Told subscribe(NeurectomyClient client) {
        Told told = new Told(Long.MAX_VALUE);
        client.subscribe(request()).subscribe(told);
        return told;
    }

    private static String event(String name, String id) {
        return (id.isEmpty() ? "" : "id: " + id + "\n") + "event: next\ndata: {\"data\":{\"name\":\"" + name
                + "\"}}\n\n";
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(UTF_8));
        connection.getOutputStream().flush();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a subscriber was told: names, errors, and how it ended. */
    private static final class Told implements Flow.Subscriber<GraphQlResponse<Named>> {
        private final long demand;
        private final BlockingQueue<String> things = new LinkedBlockingQueue<>();
        private Flow.@Nullable Subscription subscription;

        Told(long demand) {
            this.demand = demand;
        }

        Flow.Subscription subscription() {
            if (subscription == null) {
                throw new IllegalStateException("not subscribed");
            }
            return subscription;
        }

        String next() throws InterruptedException {
            String next = things.poll(20, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }

        List<String> all() throws InterruptedException {
            List<String> all = new ArrayList<>();
            String next;
            do {
                next = next();
                all.add(next);
            } while (!next.equals("complete") && !next.equals("nothing") && !Character.isUpperCase(next.charAt(0)));
            return all;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (demand > 0) {
                given.request(demand);
            }
        }

        @Override
        public void onNext(GraphQlResponse<Named> response) {
            Named data = response.data();
            things.add(
                    data == null
                            ? response.errors().stream()
                                    .map(GraphQlError::message)
                                    .toList()
                                    .toString()
                            : data.name());
        }

        @Override
        public void onError(Throwable error) {
            things.add(error.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            things.add("complete");
        }
    }
}
