package io.neurectomy.test.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;

/** Each request in each state, with what Docker Engine 26.1.5 answered, did and told. */
class RecordedAnswersTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "recorded-26.1.csv", numLinesToSkip = 1, emptyValue = "", nullValues = "-")
    void answersAsTheEngineDid(
            String state, String request, int status, String after, Integer exitCode, String events) {
        try (FakeDocker docker = FakeDocker.start()) {
            docker.image("alpine");
            EngineClient client = new EngineClient(docker);
            client.create("box1", "{\"Image\":\"alpine\"}");
            bring(client, state);
            int earlier = events(client).size();

            String[] parts = request.split(" ", 2);
            String rest = parts.length == 1 ? "" : parts[1];
            String path = "/containers/box1" + (parts[0].equals("POST") ? "/" : "") + rest;
            assertThat(client.send(parts[0], path, null).status()).isEqualTo(status);

            JsonNode now = client.get("/containers/box1/json").json().path("State");
            assertThat(now.path("Status").asString("gone")).isEqualTo(after);
            if (exitCode != null) {
                assertThat(now.path("ExitCode").asInt()).isEqualTo(exitCode);
            }
            assertThat(events(client).stream().skip(earlier))
                    .isEqualTo(events == null ? List.of() : List.of(events.split(" ")));
        }
    }

    private static void bring(EngineClient client, String state) {
        if (!state.equals("created")) {
            client.post("/containers/box1/start");
        }
        if (state.equals("paused")) {
            client.post("/containers/box1/pause");
        }
        if (state.equals("exited")) {
            client.post("/containers/box1/stop");
        }
    }

    private static List<String> events(EngineClient client) {
        Instant now = Instant.now();
        String until = "%d.%09d".formatted(now.getEpochSecond(), now.getNano());
        return client.get("/events?since=0&until=" + until).lines().stream()
                .map(event -> event.path("Action").asString())
                .toList();
    }
}
