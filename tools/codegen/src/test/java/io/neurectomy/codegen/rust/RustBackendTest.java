package io.neurectomy.codegen.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RustBackendTest {

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("rust");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        golden.check(emit(golden.schema()).files());
    }

    @Test
    void namesTheFileAfterTheRoot(@TempDir Path folder) throws IOException {
        Path schema = Files.writeString(folder.resolve("s.json"), "{\"type\":\"string\"}");

        assertThat(new RustBackend().emit(model(schema, "BuildStep"), OPTIONS).files())
                .containsOnlyKeys("build_step.rs");
    }

    @Test
    void findsAPatternThatIsNone(@TempDir Path folder) throws IOException {
        Path schema = Files.writeString(folder.resolve("s.json"), "{\"type\":\"string\",\"minLength\":1}");
        Model model = model(schema, "Root");
        Declaration root = model.declaration("Root");
        Type type = new Type.Text(0, Optional.empty(), List.of("("), Optional.empty());
        Declaration broken =
                new Declaration.Alias("Root", root.schema(), root.annotations(), List.of(), root.location(), type);

        Output output = new RustBackend().emit(new Model("Root", Map.of("Root", broken), model.graph()), OPTIONS);

        assertThat(output.findings()).extracting(Finding::rule).containsExactly("undecidable-pattern");
    }

    @Test
    void findsADivisorThatIsTooLong(@TempDir Path folder) throws IOException {
        Path schema = Files.writeString(
                folder.resolve("s.json"), "{\"type\":\"integer\",\"multipleOf\":123456789012345678901234567891}");

        assertThat(emit(schema).findings()).extracting(Finding::rule).contains("undecidable-divisor");
    }

    @Test
    void findsWhatSixtyFourBitsDoNotHold(@TempDir Path folder) throws IOException {
        Path schema = Files.writeString(
                folder.resolve("s.json"), "{\"items\":{\"type\":\"integer\",\"minimum\":1},\"type\":\"array\"}");

        assertThat(emit(schema).findings()).extracting(Finding::rule).containsExactly("bounded-integer");
    }

    @Test
    void asksForExactNumbersOnlyWhereThereAreAny(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(
                folder.resolve("text.json"),
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"additionalProperties\":false}");
        Path open = Files.writeString(
                folder.resolve("open.json"), "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");

        assertThat(RustBackend.serdeJsonFeature(model(text, "Root"))).isEmpty();
        assertThat(RustBackend.serdeJsonFeature(model(open, "Root"))).contains("arbitrary_precision");
    }

    static final Backend.Options OPTIONS = new Backend.Options("gen", 3);

    static Output emit(Path schema) {
        return new RustBackend().emit(model(schema, "Root"), OPTIONS);
    }

    static Model model(Path schema, String root) {
        Path file = schema.toAbsolutePath().normalize();
        SchemaReader.Resolved read =
                SchemaReader.below(List.of(file.getParent())).readFile(file, "");
        assertThat(read.isUsable()).as("findings %s", read.findings()).isTrue();
        return ModelBuilder.build(read.graph(), root);
    }
}
