package io.neurectomy.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.id.AgentId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.id.UuidV7;
import io.neurectomy.core.id.UuidV7Generator;
import io.neurectomy.core.time.TimestampFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs the quick start of README.md, which is the text between the two marks. The other sections of code in the README
 * are run by the tests of the packages whose names end alike.
 */
class QuickStartTest {

    private static final Pattern README_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// begin\n(.*?)\n *// end\n", Pattern.DOTALL);

    @Test
    void isWhatTheReadmeShows() throws IOException {
        List<String> shown = README_BLOCK
                .matcher(Files.readString(Path.of("README.md"), UTF_8))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(run());
    }

    private static List<String> run() throws IOException {
        List<String> blocks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("QuickStartTest.java"))
                    .toList()) {
                MARKED.matcher(Files.readString(file, UTF_8))
                        .results()
                        .map(block -> block.group(1).stripIndent() + "\n")
                        .forEach(blocks::add);
            }
        }
        return blocks;
    }

    @Test
    void runsAsShown() {
        // begin
        AgentId agent = AgentId.generate(); // 019c13ec-9e00-7123-9004-8d159e26af37
        assertThat(AgentId.parse(agent.toString())).isEqualTo(agent);

        EventId first = EventId.generate();
        EventId second = EventId.generate();
        assertThat(first).isLessThan(second);

        // In a test: a clock and randomness of your own give the same ids each time.
        InstantSource noon = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
        UuidV7Generator generator = new UuidV7Generator(noon, new SplittableRandom(42));
        EventId event = new EventId(generator.next());
        Instant time = UuidV7.timestampOf(event.value());

        assertThat(TimestampFormat.format(time)).isEqualTo("2026-01-31T12:00:00.000000000Z");
        assertThat(TimestampFormat.parse("2026-01-31T12:00:00+00:00")).isEqualTo(time);
        // IllegalArgumentException: [timestamp] "2026-01-31T13:00:00+01:00": has the offset +01:00, but timestamps are
        // in UTC. Write the same instant with Z.
        assertThatThrownBy(() -> TimestampFormat.parse("2026-01-31T13:00:00+01:00"))
                .hasMessageContaining("has the offset +01:00, but timestamps are in UTC");
        // end
    }
}
