package io.neurectomy.test.http;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Test classes that are run by tests; static and nested, so that no build runs them by itself. */
// Run by tests, not by the build; the names are what the tests look for.
@SuppressWarnings("test-class-name")
final class HttpFixtures {
    private HttpFixtures() {}

    /** One test that asks for what nobody expects, one that never asks, one that does as expected. */
    static class Expects {
        @Test
        void asksForAnother(FakeHttpServer server) {
            server.expect(ExpectedRequest.get("/a").answer(Answer.status(200)).anyNumberOfTimes());
            RawClient.send(server.uri(), "GET /b HTTP/1.1\r\nConnection: close\r\n\r\n");
        }

        @Test
        void neverAsks(FakeHttpServer server) {
            server.expect(ExpectedRequest.get("/a").answer(Answer.status(200)));
        }

        @Test
        void asks(FakeHttpServer server) {
            server.expect(ExpectedRequest.get("/a").answer(Answer.status(200)));
            Assertions.assertThat(RawClient.send(server.uri(), "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    /** Asks for a server where there is no single test. */
    static class OnTheClass {
        OnTheClass(FakeHttpServer server) {
            Assertions.assertThat(server).isNotNull();
        }

        @Test
        void isNeverReached() {}
    }
}
