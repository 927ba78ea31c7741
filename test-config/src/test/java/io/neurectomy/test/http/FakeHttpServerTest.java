package io.neurectomy.test.http;

import static io.neurectomy.test.http.ExpectedRequest.anyRequest;
import static io.neurectomy.test.http.ExpectedRequest.delete;
import static io.neurectomy.test.http.ExpectedRequest.get;
import static io.neurectomy.test.http.ExpectedRequest.post;
import static io.neurectomy.test.http.ExpectedRequest.put;
import static io.neurectomy.test.http.ExpectedRequest.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.test.internal.FreshJvm;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeHttpServerTest {
    private static final String CLOSE = "Connection: close\r\n\r\n";

    @Test
    void answersWhatIsExpectedAndKeepsWhatWasAsked() {
        try (FakeHttpServer server = FakeHttpServer.start()) {
            server.expect(
                    post("/agents/{id}/runs")
                            .header("Accept", "text/plain")
                            .query("dry run", "yes&no")
                            .body("grün")
                            .answer(Answer.of(201, "text/plain", "made").header("Location", "/runs/1")),
                    put("/x").satisfying(r -> assertThat(r.bytes()).isEmpty()).answer(Answer.status(204)),
                    delete("/x")
                            .answer(r -> Answer.json("\"" + r.header("x-key").orElse("") + "\"")));

            String posted = RawClient.send(
                    server.uri(),
                    "POST /agents/7/runs?dry+run=yes%26no HTTP/1.1\r\naccept: text/plain\r\nContent-Length: 5\r\n"
                            + CLOSE + "grün");
            assertThat(posted)
                    .startsWith("HTTP/1.1 201 \r\n")
                    .contains("Location: /runs/1\r\n", "Content-Length: 4\r\n")
                    .endsWith("\r\n\r\nmade");
            assertThat(RawClient.send(server.uri(), "PUT /x HTTP/1.1\r\n" + CLOSE))
                    .isEqualTo("HTTP/1.1 204 \r\n\r\n");
            assertThat(RawClient.send(server.uri(), "DELETE /x HTTP/1.1\r\nX-Key: k\r\n" + CLOSE))
                    .endsWith("\r\n\r\n\"k\"");
            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests().get(0).headers().get("CONTENT-LENGTH")).containsExactly("5");
            assertThat(server.requests().get(0).query()).isEqualTo("dry+run=yes%26no");
            assertThat(server.requests().get(0))
                    .hasToString(
                            "POST /agents/7/runs?dry+run=yes%26no HTTP/1.1\r\naccept: text/plain\r\nContent-Length: 5\r\n"
                                    + CLOSE + "grün");
        }
    }

    @Test
    void failsTheTestForARequestThatNothingExpectsAndNamesTheNearest() {
        FakeHttpServer server = FakeHttpServer.start();
        server.expect(
                get("/workflows").answer(Answer.status(200)).anyNumberOfTimes(),
                get("/agents").header("Accept", "a").answer(Answer.status(200)).anyNumberOfTimes());
        assertThat(RawClient.send(server.uri(), "GET /agent HTTP/1.1\r\n" + CLOSE))
                .startsWith("HTTP/1.1 501 ")
                .contains("[http-unexpected] GET /agent");
        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "[http-unexpected] GET /agent: no expectation matches. Nearest is GET /agents (FakeHttpServerTest.java:")
                .hasMessageContaining("    path: expected \"/agents\", was \"/agent\"")
                .hasMessageContaining("    header Accept: expected \"a\", was absent");
        server.close();
    }

    @Test
    void failsTheTestWhereNothingIsExpectedAtAll() {
        FakeHttpServer server = FakeHttpServer.start();
        RawClient.send(server.uri(), "GET /?a=b HTTP/1.1\r\n" + CLOSE);
        assertThatThrownBy(server::close).hasMessageContaining("GET /?a=b: nothing is expected.");
    }

    @Test
    void failsTheTestWhereExpectedRequestsDoNotCome() {
        FakeHttpServer server = FakeHttpServer.start();
        server.expect(
                get("/a").answer(Answer.status(200)).times(2),
                get("/b").answer(Answer.status(200)).atLeastOnce());
        RawClient.send(server.uri(), "GET /a HTTP/1.1\r\n" + CLOSE);
        assertThatThrownBy(server::close)
                .hasMessageContaining("[http-unmet] GET /a (FakeHttpServerTest.java:")
                .hasMessageContaining("expected 2 requests, got 1.")
                .hasMessageContaining("expected at least 1 request, got 0.")
                .hasMessageContaining("Received: 1 request")
                .hasMessageContaining("    GET /a");
    }

    @Test
    void failsTheTestForOneRequestTooMany() {
        FakeHttpServer server = FakeHttpServer.start();
        server.expect(get("/a").answer(Answer.status(200)).times(0));
        RawClient.send(server.uri(), "GET /a HTTP/1.1\r\n" + CLOSE);
        assertThatThrownBy(server::close).hasMessageContaining("count: expected 0 requests and got them");
    }

    @Test
    void answersOneAfterTheOtherAndTheLastAgain() {
        try (FakeHttpServer server = FakeHttpServer.start()) {
            server.expect(
                    get("/a").answer(Answer.json("1"), Answer.json("2")).times(3),
                    anyRequest().answer(Answer.json("3")));
            StringBuilder bodies = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                bodies.append(RawClient.send(server.uri(), "GET /a HTTP/1.1\r\n" + CLOSE)
                        .replaceAll("(?s).*\r\n", ""));
            }
            assertThat(bodies).hasToString("1223");
        }
    }

    @Test
    void servesSeveralRequestsOfOneConnection() throws Exception {
        try (FakeHttpServer server = FakeHttpServer.start();
                Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            server.expect(anyRequest().answer(Answer.json("1")).times(4));
            String came = RawClient.send(
                    socket,
                    "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n"
                            + "HEAD /b HTTP/1.1\r\n\r\n"
                            + "POST /c HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx"
                            + "GET /d HTTP/1.0\r\n\r\n");
            assertThat(came.split("HTTP/1.1 200 ", -1)).hasSize(5);
            assertThat(came).contains("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(server.requests()).extracting(ReceivedRequest::body).containsExactly("abcde", "", "x", "");
            assertThat(came).contains("Content-Length: 1\r\n\r\nHTTP/1.1 100");
        }
    }

    @Test
    void misbehavesAsItIsTold() {
        try (FakeHttpServer server = FakeHttpServer.start()) {
            server.expect(
                    get("/half").answer(Answer.json("12345").cutAfter(2)),
                    get("/reset").answer(Answer.json("12345").cutAfter(2).thenResets()),
                    get("/raw").answer(Answer.raw("no HTTP")),
                    get("/none").answer(Answer.raw("")),
                    get("/slow")
                            .answer(Answer.json("1")
                                    .trickling(Duration.ofMillis(1))
                                    .thenCloses()),
                    get("/late")
                            .answer(Answer.json("1")
                                    .delayedBy(Duration.ofMillis(200))
                                    .thenCloses()));
            assertThat(asked(server, "/half")).contains("Content-Length: 5").endsWith("\r\n\r\n12");
            assertThat(asked(server, "/reset")).endsWith("<reset>");
            assertThat(asked(server, "/raw")).isEqualTo("no HTTP");
            assertThat(asked(server, "/none")).isEmpty();
            assertThat(asked(server, "/slow")).endsWith("\r\n\r\n1");
            long begin = System.nanoTime();
            assertThat(asked(server, "/late")).endsWith("\r\n\r\n1");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void stallsUntilTheClientHasEnough() throws Exception {
        FakeHttpServer server = FakeHttpServer.start();
        server.expect(
                get("/a").answer(Answer.json("12345").cutAfter(2).thenStalls()).times(2));
        try (Socket left = new Socket(server.uri().getHost(), server.uri().getPort())) {
            try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
                for (Socket each : List.of(socket, left)) {
                    each.getOutputStream().write("GET /a HTTP/1.1\r\n\r\n".getBytes(UTF_8));
                    assertThat(each.getInputStream().readNBytes(20)).hasSize(20);
                }
                assertThat(server.openConnections()).isEqualTo(2);
            }
            for (int i = 0; i < 2000 && server.openConnections() > 1; i++) {
                Thread.onSpinWait();
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(server.openConnections()).isOne();
            server.close();
            assertThat(server.openConnections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /a HTTP/2\r\n\r\n",
                "GET /a HTTP/1.1\r\nno header\r\n\r\n",
                "POST /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST /a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /a HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
            })
    void tellsTheClientAndTheTestWhatIsNoRequest(String bytes) {
        FakeHttpServer server = FakeHttpServer.start();
        assertThat(RawClient.send(server.uri(), bytes))
                .startsWith("HTTP/1.1 400 ")
                .contains("[http-unreadable] ");
        assertThatThrownBy(server::close).hasMessageStartingWith("[http-unreadable] ");
    }

    @Test
    void takesAClientThatGoesAwayForWhatItIs() throws Exception {
        try (FakeHttpServer server = FakeHttpServer.start()) {
            try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
                socket.getOutputStream().write("POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nab".getBytes(UTF_8));
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void failsTheTestWhenAnAnswerCannotBeMade() {
        FakeHttpServer server = FakeHttpServer.start();
        server.expect(get("/a").answer(r -> {
            throw new IllegalStateException("no idea");
        }));
        assertThat(RawClient.send(server.uri(), "GET /a HTTP/1.1\r\n" + CLOSE)).startsWith("HTTP/1.1 500 ");
        assertThatThrownBy(server::close)
                .hasMessageContaining("the answer could not be made")
                .hasMessageContaining("no idea");
    }

    @Test
    void showsWhatAnAssertionSays() {
        FakeHttpServer server = FakeHttpServer.start();
        server.expect(request("PATCH", "/a")
                .satisfying(r -> assertThat(r.body()).contains("name"))
                .answer(Answer.status(200))
                .anyNumberOfTimes());
        RawClient.send(server.uri(), "PATCH /a HTTP/1.1\r\nContent-Length: 2\r\n" + CLOSE + "{}");
        assertThatThrownBy(server::close).hasMessageContaining("to contain:");
    }

    @Test
    void failsTheTestThatHasItAsAParameter() {
        List<String> output = new FreshJvm().run(HttpFixtures.Expects.class, HttpFixtures.OnTheClass.class);
        assertThat(String.join("\n", output))
                .contains("asks for another: FAILED java.lang.AssertionError: [http-unexpected] GET /b")
                .contains("never asks: FAILED java.lang.AssertionError: [http-unmet] GET /a")
                .contains("asks: SUCCESSFUL")
                .contains("[http-fake] ", "Take it in a test, @BeforeEach or @AfterEach method, or call start().");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        Answer five = Answer.json("12345");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get("a"))
                .withMessageStartingWith("[http-expectation] a:");
        assertThatIllegalArgumentException().isThrownBy(() -> get("/a?b=c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get("/a").answer(five).times(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.status(99));
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.of(204, "text/plain", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> five.cutAfter(5));
        assertThatIllegalArgumentException().isThrownBy(() -> five.header("a", "b\r\nc"));
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.raw("x").header("a", "b"));
    }

    @Test
    void speaksTls(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "secret",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        key.init(store, "secret".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(key.getKeyManagers(), trust.getTrustManagers(), null);
        try (FakeHttpServer server = FakeHttpServer.start(tls);
                Socket socket = tls.getSocketFactory()
                        .createSocket(server.uri().getHost(), server.uri().getPort())) {
            server.expect(get("/a").answer(Answer.json("1")));
            assertThat(server.uri("/a").toString()).startsWith("https://127.0.0.1:");
            assertThat(RawClient.send(socket, "GET /a HTTP/1.1\r\n" + CLOSE)).endsWith("\r\n\r\n1");
        }
    }

    private static String asked(FakeHttpServer server, String path) {
        return RawClient.send(server.uri(), "GET " + path + " HTTP/1.1\r\n\r\n");
    }
}
