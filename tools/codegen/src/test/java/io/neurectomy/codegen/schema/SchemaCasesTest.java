package io.neurectomy.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonReader;
import io.neurectomy.test.golden.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder with a {@code schema.json} is a case: {@code documents.json} has values that are valid and invalid under it,
 * {@code findings.txt} what is wrong with it, if anything is. {@code -Dgolden.update} writes the findings and then fails.
 */
class SchemaCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "io", "neurectomy", "codegen", "schema");

    @ParameterizedTest
    @MethodSource("cases")
    void readsAndDecidesAsExpected(Path folder) throws IOException {
        // A hang would otherwise stop the whole build.
        SchemaReader.Resolved resolved = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> SchemaReader.read(folder.resolve("schema.json")));
        compareFindings(folder, resolved);
        if (Files.exists(folder.resolve("documents.json"))) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> decide(folder, resolved.graph()));
        }
    }

    private static void compareFindings(Path folder, SchemaReader.Resolved resolved) {
        String actual = resolved.findings().stream()
                .map(finding -> finding.severity() + " " + finding + "\n")
                .collect(Collectors.joining())
                .replace(folder.toString().replace('\\', '/') + "/", "");
        GoldenFile.check(folder.resolve("findings.txt"), actual);
    }

    private static void decide(Path folder, SchemaGraph graph) throws IOException {
        Evaluator evaluator = new Evaluator(graph);
        for (Json document : documents(folder, "valid")) {
            assertThat(evaluator.validate(graph.root(), document))
                    .as("violations of %s, valid in %s", document.text(), folder)
                    .isEmpty();
            assertThat(evaluator.isValid(graph.root(), document))
                    .as("%s in %s", document.text(), folder)
                    .isTrue();
        }
        for (Json document : documents(folder, "invalid")) {
            assertThat(evaluator.isValid(graph.root(), document))
                    .as("%s in %s", document.text(), folder)
                    .isFalse();
            assertThat(evaluator.validate(graph.root(), document))
                    .as("violations of %s, invalid in %s", document.text(), folder)
                    .isNotEmpty();
        }
    }

    private static List<Json> documents(Path folder, String kind) throws IOException {
        Json.Obj all =
                (Json.Obj) JsonReader.read("documents.json", Files.readAllBytes(folder.resolve("documents.json")))
                        .document()
                        .orElseThrow()
                        .root();
        return ((Json.Arr) all.members().get(kind)).items();
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> all = Files.walk(CASES)) {
            List<Path> cases = all.filter(file -> file.endsWith("schema.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
            assertThat(cases).as("cases below %s", CASES).isNotEmpty();
            return cases.stream();
        }
    }
}
