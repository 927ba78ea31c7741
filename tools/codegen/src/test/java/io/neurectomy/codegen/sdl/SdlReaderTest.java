package io.neurectomy.codegen.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.graphql.GraphqlBackend;
import io.neurectomy.codegen.json.JsonReader;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdlReaderTest {

    private static final Path CASES = Path.of("src", "test", "resources", "io", "neurectomy", "codegen", "sdl");

    static Stream<GoldenFiles.Case> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().map(GoldenFiles.Case::new).toList().stream();
        }
    }

    /** What was read is shown as the SDL that is written for it. */
    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        SchemaReader.Resolved read = SdlReader.read("schema.graphql", text(golden));
        SortedMap<String, String> actual = new TreeMap<>();
        actual.put(
                "findings.txt",
                read.findings().stream().map(finding -> finding + "\n").collect(Collectors.joining()));
        if (read.isUsable()) {
            actual.putAll(new GraphqlBackend()
                    .emit(
                            ModelBuilder.build(
                                    read.graph(),
                                    read.graph().schema(read.graph().root()).key(),
                                    read.graph().definitions()),
                            new Backend.Options("gen", 3))
                    .files());
        }
        golden.check(actual);
    }

    static Stream<Arguments> documents() throws IOException {
        List<Arguments> documents = new ArrayList<>();
        for (GoldenFiles.Case golden : cases().toList()) {
            Path file = golden.folder().resolve("documents.txt");
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.startsWith("#")) {
                        String[] parts = line.split(" ", 3);
                        documents.add(Arguments.of(golden, parts[1], parts[2], parts[0].equals("+")));
                    }
                }
            }
        }
        return documents.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void decidesWhatIsValid(GoldenFiles.Case golden, String type, String json, boolean valid) throws IOException {
        SchemaReader.Resolved read = SdlReader.read("schema.graphql", text(golden), type);
        assertThat(read.isUsable()).isTrue();
        boolean found = new Evaluator(read.graph())
                .isValid(
                        read.graph().root(),
                        JsonReader.read("document", json)
                                .document()
                                .orElseThrow()
                                .root());
        assertThat(found).as(json).isEqualTo(valid);
    }

    @Test
    void namesTheTypesWhenTheRootIsNone() {
        SchemaReader.Resolved read = SdlReader.read("a.graphql", "type A { a: Int }\nenum B { C }", "X");
        assertThat(read.findings())
                .extracting(Finding::toString)
                .containsExactly("[sdl-root] a.graphql:1:1 #: defines no type X. Name one of A, B.");
    }

    @Test
    void readsFiles(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.graphql"), "type A { a: B }\nenum B { C }");
        assertThat(SdlReader.readFile(good, Optional.empty()).graph().definitions())
                .hasSize(2);
        assertThat(SdlReader.readFile(good, Optional.of("A")).graph().definitions())
                .hasSize(1);
        Path latin = Files.write(folder.resolve("latin.graphql"), new byte[] {'#', (byte) 0xe9});
        assertThat(unreadable(latin)).endsWith("the schema can't be read: it is not in UTF-8. Convert it.");
        assertThat(unreadable(folder)).endsWith("the schema can't be read: it is no file that may be read.");
        assertThat(unreadable(folder.resolve("none")))
                .endsWith("the schema can't be read: there is no such file. Correct the path.");
    }

    private static String unreadable(Path file) {
        SchemaReader.Resolved read = SdlReader.readFile(file, Optional.empty());
        assertThat(read.isUsable()).isFalse();
        assertThat(read.findings()).hasSize(1);
        return read.findings().get(0).toString();
    }

    static Stream<String> hostile() {
        String deep = "[".repeat(100_000);
        return Stream.of(
                "type A { a: " + deep + "Int" + "]".repeat(100_000) + " }",
                "input A { a: Int = " + deep + " }",
                "input A { a: Int = " + "{a:".repeat(100_000) + " }",
                "type A @x(a: " + deep + ") { a: Int }",
                "\"".repeat(100_001),
                "\"\"\"" + "x".repeat(1_000_000),
                "type A { a: Int }\n".repeat(20_000),
                "type A { " + "a: B ".repeat(20_000) + "}",
                "?".repeat(1_000_000),
                "? \n".repeat(300_000),
                "type ".repeat(300_000),
                "input A { a: Int = 1" + "0".repeat(1_000_000) + " }",
                "input A { a: Float = 1e" + "9".repeat(20) + " }",
                "type A { " + "a".repeat(1_000_000),
                "extend type A { a: Int }\n".repeat(5_000),
                "\u0000\uFFFF\uD800",
                "");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesWhatIsHostileSoon(String text) {
        SchemaReader.Resolved read = SdlReader.read("hostile.graphql", text);
        assertThat(read.isUsable()).isFalse();
        assertThat(read.findings())
                .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type A { a: A! }",
                "union A = B\ntype B { a: A }",
                "interface A { a: A }\ntype B implements A { a: A }"
            })
    void readsTypesThatLeadBackToThemselves(String text) {
        SchemaReader.Resolved read = SdlReader.read("recursive.graphql", text);
        assertThat(read.findings()).isEmpty();
        assertThat(ModelBuilder.build(read.graph(), "A").declarations()).isNotEmpty();
    }

    private static String text(GoldenFiles.Case golden) throws IOException {
        return Files.readString(golden.folder().resolve("schema.graphql"));
    }
}
