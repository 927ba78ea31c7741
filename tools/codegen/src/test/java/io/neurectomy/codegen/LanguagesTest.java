package io.neurectomy.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language writes something for every schema that the tests hold, and the same each time. */
class LanguagesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "io", "neurectomy", "codegen");

    static Stream<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files
                    .filter(file -> file.endsWith("schema.json"))
                    .filter(file -> !file.toString().contains("findings")
                            && !file.toString().contains("hostile"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void writeTheSameFilesEachTime(Path schema) {
        for (Language language : Language.values()) {
            Generator.Result first = generate(schema, language);
            assertThat(first.failed())
                    .as("%s findings %s", language, first.findings())
                    .isFalse();
            assertThat(first.files()).as("files in %s", language).isNotEmpty();
            assertThat(generate(schema, language)).as("again in %s", language).isEqualTo(first);
            first.files()
                    .forEach((name, text) -> assertThat(text)
                            .as("%s in %s", name, language)
                            .endsWith("\n")
                            .doesNotContain("\r", "\t"));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void writeJavaForJackson2WithoutATraceOfJackson3(Path schema) {
        Generator.Result result = Generator.generate(new Generator.Request(
                List.of(schema), List.of(), Language.JAVA, Optional.of("Root"), new Backend.Options("gen", 2)));
        assertThat(result.failed()).isFalse();
        result.files().forEach((name, text) -> assertThat(text).as(name).doesNotContain("tools.jackson"));
    }

    private static Generator.Result generate(Path schema, Language language) {
        return Generator.generate(new Generator.Request(
                List.of(schema), List.of(), language, Optional.of("Root"), new Backend.Options("gen", 3)));
    }
}
