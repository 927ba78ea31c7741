package io.neurectomy.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the quick start of README.md, which is the text between the two marks. */
class QuickStartTest {
    private static final Pattern README_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// begin\n(.*?)\n *// end\n", Pattern.DOTALL);

    /** The data of the operation. */
    public record AgentData(Agent agent) {}

    /** What is asked of an agent. */
    public record Agent(String name) {}

    @Test
    void isWhatTheReadmeShows() throws IOException {
        String code = first(MARKED, Path.of("src/test/java/io/neurectomy/client/QuickStartTest.java"));
        assertThat(first(README_BLOCK, Path.of("README.md"))).isEqualTo(code.stripIndent() + "\n");
    }

    private static String first(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file, UTF_8))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void runsAsShown() throws IOException {
        try (RawServer server = new RawServer(
                RawServer.answer(200, "application/json", "{\"data\":{\"agent\":{\"name\":\"APEX\"}}}"))) {
            quickStart(server.endpoint(), "019c13ec-9e00-7123-9004-8d159e26af37");
            assertThat(server.requests()).singleElement().asString().contains("Bearer a-token");
        }
    }

    private static void quickStart(URI endpoint, String id) {
        // begin
        try (NeurectomyClient client = NeurectomyClient.builder()
                .endpoint(endpoint) // default: http://localhost:4000/graphql
                .tokens(TokenSource.of(new Token("a-token")))
                .timeout(Duration.ofSeconds(10))
                .build()) {
            GraphQlRequest<Map<String, String>, AgentData> request = GraphQlRequest.query(
                    "Agent", "query Agent($id: UUID!) { agent(id: $id) { name } }", Map.of("id", id), AgentData.class);
            GraphQlResponse<AgentData> response = client.execute(request);
            assertThat(response.orThrow().agent().name()).isEqualTo("APEX");
        }
        // end
    }
}
