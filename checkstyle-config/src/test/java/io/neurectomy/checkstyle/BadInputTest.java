package io.neurectomy.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final String SOURCE = """
            package app;

            /** Says gr\u00fc\u00dfe. */
            public final class Greeting {
                private Greeting() {}

                static void print() {
                    System.out.println("gr\u00fc\u00dfe"); // gr\u00fc\u00dfe
                }
            }
            """;

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void createSourceFolder() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("src/test/java"));
    }

    @Test
    void reportsTheSameForEveryEncodingAndLineEnding() throws IOException {
        List<String> expected = findings(SOURCE.getBytes(StandardCharsets.UTF_8));

        assertThat(expected).singleElement().asString().startsWith("Greeting.java:8:9: [no-console] 'System.out'");
        assertThat(findings(SOURCE.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(expected);
        assertThat(findings(SOURCE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void acceptsFilesWithoutAType() throws IOException {
        assertThat(findings("")).isEmpty();
        assertThat(findings("\n\n")).isEmpty();
        assertThat(findings("// nothing\n")).isEmpty();
        assertThat(findings(";")).isEmpty();
    }

    @Test
    void reportsAFileThatDoesNotParseAndJudgesTheOthers() throws IOException {
        Files.writeString(folder.resolve("Other.java"), "package app;\n\nclass other {}\n");

        assertThat(findings("package app;\n\nclass Greeting {\n    void ) {}\n}\n"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("Greeting.java:1:0: ")
                                .contains("exception during parsing"),
                        line -> assertThat(line).startsWith("Other.java:3:7: [type-name]"));
    }

    @Test
    void reportsAByteOrderMarkAsJavacDoes() throws IOException {
        assertThat(findings("\ufeff" + SOURCE)).singleElement().asString().startsWith("Greeting.java:");
    }

    @Test
    void readsPatternsAndUnnamedVariablesOfNewerJava() throws IOException {
        assertThat(findings("""
                package app;

                class Greeting {
                    record Pair(Object left, Object right) {}

                    String text(Object value) {
                        if (value instanceof Pair(String left, var right) && !left.isEmpty()) {
                            return left + right;
                        }
                        return switch (value) {
                            case Pair(String left, Pair(var inner, _)) when inner != null -> left;
                            case Integer _ -> "number";
                            case null, default -> "other";
                        };
                    }

                    void run(java.util.List<String> names) {
                        for (String _ : names) {
                            names.forEach(_ -> text("x"));
                        }
                        try {
                            text(names);
                        } catch (RuntimeException _) {
                            text("failed");
                        }
                    }
                }
                """)).isEmpty();
    }

    private List<String> findings(String source) throws IOException {
        return findings(source.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> findings(byte[] source) throws IOException {
        Files.write(folder.resolve("Greeting.java"), source);
        return RuleFile.findingsIn(folder);
    }
}
