package io.neurectomy.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFilterTest {
    private static final String SOURCE = """
            package app;

            class A {
                int Wrong;
                void a() {
                    int Local = 1;
                }
            %s}
            """;
    private static final String SECOND = "    void b() {\n        int Local = 1;\n    }\n";
    private static final Path SOURCE_FILE = Path.of("A.java");

    @TempDir
    Path folder;

    @BeforeEach
    void recordEveryFinding() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        write("");
        assertThat(findings()).hasSize(2);
        record(List.of("Wrong", "Local"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void failsOneMoreOfTheSameKindOnTheSameText() throws IOException {
        write(SECOND);
        assertThat(findings()).singleElement().asString().startsWith("A.java:9:").contains("[variable-name]");
    }

    @Test
    void failsAnotherFinding() throws IOException {
        write("    int Fresh;\n");
        assertThat(findings()).singleElement().asString().contains("Fresh");
    }

    @Test
    void followsLinesThatMove() throws IOException {
        Files.writeString(folder.resolve(SOURCE_FILE), "// moved\n\n\n" + SOURCE.formatted(""));
        assertThat(findings()).isEmpty();
    }

    @Test
    void failsTheSameTextInAnotherFile() throws IOException {
        Files.writeString(folder.resolve("B.java"), SOURCE.formatted("").replace("class A", "class B"));
        assertThat(findings()).hasSize(2).allMatch(finding -> finding.startsWith("B.java"));
    }

    @Test
    void doesNotSpendEntriesOnWhatIsSuppressed() throws IOException {
        write("    @SuppressWarnings(\"variable-name\") // the name of the wire format\n" + SECOND);
        assertThat(findings()).isEmpty();
    }

    @Test
    void looksNoHigherThanTheRepository() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner/.git")).getParent();
        Files.writeString(inner.resolve(SOURCE_FILE), SOURCE.formatted(""));
        assertThat(findings()).hasSize(2).allMatch(finding -> finding.startsWith("inner/"));
    }

    @Test
    void failsWhereALineIsNoEntry() throws IOException {
        Path baseline = folder.resolve(BaselineCounts.FILE);
        Files.writeString(baseline, Files.readString(baseline) + "<<<<<<< HEAD\n");
        assertThatThrownBy(this::findings)
                .hasStackTraceContaining("[baseline] .neurectomy/baseline.txt:3: is not gate, rule, file, count, fingerprint.");
    }

    @Test
    void failsWhereAnEntryIsThereTwice() throws IOException {
        Path baseline = folder.resolve(BaselineCounts.FILE);
        Files.writeString(baseline, Files.readString(baseline).repeat(2));
        assertThatThrownBy(this::findings).hasStackTraceContaining("the same entry is there twice");
    }

    private void record(List<String> names) throws IOException {
        BaselineCounts none = new BaselineCounts(folder, Map.of());
        List<String> lines = Files.readAllLines(folder.resolve(SOURCE_FILE));
        String text = names.stream()
                .map(name -> {
                    String line = lines.stream().filter(l -> l.contains(name)).findFirst().orElseThrow();
                    String finding = findings().stream().filter(f -> f.contains("'" + name + "'")).findFirst().orElseThrow();
                    String message = finding.substring(finding.indexOf("] ") + 2);
                    String[] key = none.key("variable-name", folder.resolve(SOURCE_FILE), message, line).split(" ");
                    return "checkstyle " + key[0] + " " + key[1] + " 1 " + key[2] + "\n";
                })
                .collect(Collectors.joining());
        Files.createDirectories(folder.resolve(".neurectomy"));
        Files.writeString(folder.resolve(BaselineCounts.FILE), text);
    }

    private void write(String more) throws IOException {
        Files.writeString(folder.resolve(SOURCE_FILE), SOURCE.formatted(more));
    }

    private List<String> findings() {
        Properties properties = new Properties();
        properties.setProperty("application", "true");
        properties.setProperty("module", folder.toUri().toString());
        return RuleFile.findingsIn(folder, properties).stream()
                .filter(finding -> !finding.contains("[package-info]"))
                .collect(Collectors.toList());
    }
}
