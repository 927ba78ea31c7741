package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void holdsOnlyJavaThatIsCompiledHere() throws IOException {
        String compiled;
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/io/neurectomy/test/readme"))) {
            compiled =
                    sources.map(ReadmeTest::read).map(ReadmeTest::withoutIndent).collect(Collectors.joining());
        }

        List<String> snippets = JAVA.matcher(read(Path.of("README.md")))
                .results()
                .map(match -> withoutIndent(match.group(1)))
                .toList();

        assertThat(snippets).hasSizeGreaterThan(3);
        assertThat(compiled).contains(snippets);
    }

    private static String withoutIndent(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
