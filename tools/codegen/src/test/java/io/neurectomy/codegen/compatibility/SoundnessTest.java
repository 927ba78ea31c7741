package io.neurectomy.codegen.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonReader;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares every schema of the model's cases with every other. Their documents are known to be valid or not, so a pair that
 * is called compatible although a document breaks it is a mistake that this finds, and so is a break without a document.
 */
class SoundnessTest {

    private static final Path CASES = Path.of("src", "test", "resources", "io", "neurectomy", "codegen", "model");

    private record Case(String name, SchemaGraph graph, List<Json> documents) {
        boolean accepts(Json document) {
            return new Evaluator(graph).isValid(graph.root(), document);
        }
    }

    private static final List<Case> ALL = cases();

    static Stream<String> names() {
        return ALL.stream().map(Case::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void neverCallsCompatibleWhatADocumentBreaks(String name) {
        Case old = named(name);
        for (Case now : ALL) {
            List<Incompatibility> found = Compatibility.compare(old.graph(), now.graph(), Mode.BACKWARD);
            for (Case any : List.of(old, now)) {
                for (Json document : any.documents()) {
                    if (old.accepts(document) && !now.accepts(document)) {
                        assertThat(found)
                                .as("%s to %s, broken by %s", name, now.name(), document.text())
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isCompatibleWithItself(String name) {
        assertThat(Compatibility.compare(named(name).graph(), named(name).graph(), Mode.FULL))
                .isEmpty();
    }

    @Test
    void showsBothAnswersAmongThePairs() {
        long compatible = 0;
        long broken = 0;
        for (Case old : ALL.subList(0, 20)) {
            for (Case now : ALL.subList(0, 20)) {
                if (Compatibility.compare(old.graph(), now.graph(), Mode.BACKWARD)
                        .isEmpty()) {
                    compatible++;
                } else {
                    broken++;
                }
            }
        }
        assertThat(compatible).as("pairs called compatible").isGreaterThan(20);
        assertThat(broken).as("pairs called broken").isGreaterThan(100);
    }

    private static Case named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve("documents.json");
                Json.Obj documents = (Json.Obj) JsonReader.read(file.toString(), Files.readAllBytes(file))
                        .document()
                        .orElseThrow()
                        .root();
                List<Json> all = new ArrayList<>();
                documents.members().values().forEach(list -> all.addAll(((Json.Arr) list).items()));
                cases.add(new Case(
                        String.valueOf(folder.getFileName()),
                        SchemaReader.read(folder.resolve("schema.json")).graph(),
                        all));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.copyOf(cases);
    }
}
