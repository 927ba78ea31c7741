package io.neurectomy.test.readme;

import static io.neurectomy.test.http.ExpectedRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.http.Answer;
import io.neurectomy.test.http.FakeHttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AgentClientTest {
    @Test
    void asksAgainWhenTheServerIsBusy(FakeHttpServer server) throws IOException {
        server.expect(get("/agents/{id}")
                .header("Accept", "application/json")
                .answer(Answer.status(503).thenResets(), Answer.json("{\"name\":\"APEX\"}")));

        assertThat(new AgentClient(server.uri()).name("7")).isEqualTo("APEX");
    }

    /** The class under test. */
    private record AgentClient(URI server) {
        String name(String id) throws IOException {
            HttpURLConnection connection = open(id);
            if (connection.getResponseCode() == 503) {
                connection = open(id);
            }
            String json = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return json.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
        }

        private HttpURLConnection open(String id) throws IOException {
            HttpURLConnection connection =
                    (HttpURLConnection) server.resolve("/agents/" + id).toURL().openConnection();
            connection.setRequestProperty("Accept", "application/json");
            return connection;
        }
    }
}
