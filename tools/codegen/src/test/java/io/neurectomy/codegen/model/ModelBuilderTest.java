package io.neurectomy.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonReader;
import io.neurectomy.codegen.schema.SchemaReader;
import io.neurectomy.test.golden.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/resources/io/neurectomy/codegen/model} holds a schema, the model it becomes as text, and
 * documents that are valid and invalid. {@code -Dgolden.update} writes the text and then fails.
 */
class ModelBuilderTest {

    private static final Path CASES = Path.of("src", "test", "resources", "io", "neurectomy", "codegen", "model");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void looksAsExpected(Path folder) {
        GoldenFile.check(folder.resolve("expected.txt"), ModelText.of(model(folder)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesWhatItsSchemaDecides(Path folder) throws IOException {
        ModelReader reader = new ModelReader(model(folder));
        Json.Obj documents = (Json.Obj) json(folder.resolve("documents.json"));
        for (Json valid : items(documents, "valid")) {
            assertThat(reader.reads(valid)).as("valid %s", valid.text()).isTrue();
        }
        for (Json invalid : items(documents, "invalid")) {
            assertThat(reader.reads(invalid)).as("invalid %s", invalid.text()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isTheSameEachTime(Path folder) {
        assertThat(model(folder)).isEqualTo(model(folder));
    }

    private static List<Json> items(Json.Obj documents, String name) {
        return ((Json.Arr) documents.members().get(name)).items();
    }

    private static Model model(Path folder) {
        SchemaReader.Resolved read = SchemaReader.read(folder.resolve("schema.json"));
        assertThat(read.isUsable()).as("findings %s", read.findings()).isTrue();
        return ModelBuilder.build(read.graph(), "Root");
    }

    private static Json json(Path file) throws IOException {
        return JsonReader.read(file.toString(), Files.readAllBytes(file))
                .document()
                .orElseThrow()
                .root();
    }
}
