package io.neurectomy.types;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Runs the quick start of README.md, which is the text between the two marks. */
class QuickStartTest {

    private static final Pattern README_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// begin\n(.*?)\n *// end\n", Pattern.DOTALL);

    @Test
    void isWhatTheReadmeShows() throws IOException {
        Matcher readme = README_BLOCK.matcher(Files.readString(Path.of("README.md"), UTF_8));
        Matcher source = MARKED.matcher(
                Files.readString(Path.of("src/test/java/io/neurectomy/types/QuickStartTest.java"), UTF_8));

        assertThat(readme.find()).isTrue();
        assertThat(source.find()).isTrue();
        assertThat(readme.group(1)).isEqualTo(source.group(1).stripIndent() + "\n");
    }

    @Test
    void runsAsShown() {
        // begin
        Agent agent = Agent.builder()
                .id("019c13ec-9e00-7123-9004-8d159e26af37")
                .name("Code Reviewer")
                .codename("CODE_REVIEWER")
                .tier(AgentTier.SPECIALIST)
                .status(AgentStatus.IDLE)
                .capabilities(List.of("review"))
                .build();

        JsonMapper json = JsonMapper.builder().build();
        String text = json.writeValueAsString(agent);

        assertThat(json.readValue(text, Agent.class)).isEqualTo(agent);
        assertThatThrownBy(() -> json.readValue(text.replace("idle", "asleep"), Agent.class))
                .hasMessageContaining("/status: must be one of [idle, running, ");
        // end
    }
}
