package io.neurectomy.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PythonBackendTest {

    private static final String PYTHON = System.getenv("PYTHON") == null ? "python3" : System.getenv("PYTHON");

    @TempDir
    Path folder;

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("python");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        golden.check(output(golden, "Root").files());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsEveryValidDocument(GoldenFiles.Case golden) throws Exception {
        assertThat(read(golden, "valid.jsonl")).isNotEmpty().allMatch(line -> line.startsWith("= "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesEveryInvalidDocument(GoldenFiles.Case golden) throws Exception {
        assertThat(read(golden, "invalid.jsonl")).isNotEmpty().allMatch(line -> line.startsWith("! "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isCleanUnderStrictMypy(GoldenFiles.Case golden) throws Exception {
        if (run(List.of(PYTHON, "-m", "mypy", "--version"), Files.createFile(folder.resolve("empty")))
                        .code()
                != 0) {
            abort("mypy is not installed for " + PYTHON + ": set PYTHON to an interpreter which has it");
        }
        write(golden);
        Outcome outcome = run(
                List.of(PYTHON, "-m", "mypy", "--strict", "--python-version", "3.10", "root.py"),
                folder.resolve("empty"));
        assertThat(outcome.code()).as(String.join("\n", outcome.lines())).isZero();
    }

    @Test
    void namesTheFileByTheRoot() throws IOException {
        GoldenFiles.Case golden = cases().findFirst().orElseThrow();
        assertThat(output(golden, "OrderLine").files()).containsOnlyKeys("order_line.py");
        assertThat(output(golden, "HTTPServer").files()).containsOnlyKeys("http_server.py");
        assertThat(output(golden, "Class").files()).containsOnlyKeys("class_.py");
    }

    @Test
    void reportsAPatternThatPythonCantSay() throws IOException {
        assertThat(findings("(?<=a+)b")).singleElement().asString().startsWith("[undecidable-pattern]");
    }

    @Test
    void reportsAPatternThatMayTakeForever() throws IOException {
        assertThat(findings("^(?!x)(a+)+$")).singleElement().asString().startsWith("[slow-pattern]");
    }

    @Test
    void buildsManyClassesThatNameEachOther() throws Exception {
        StringBuilder schema = new StringBuilder("{\"$ref\": \"#/$defs/T0\", \"$defs\": {");
        for (int i = 0; i < 150; i++) {
            schema.append(i == 0 ? "" : ",")
                    .append("\"T%d\": {\"type\": \"object\", \"properties\": {\"next\": {\"$ref\": \"#/$defs/T%d\"}}}"
                            .formatted(i, (i + 1) % 150));
        }
        Path file = Files.writeString(folder.resolve("schema.json"), schema + "}}");
        Files.writeString(folder.resolve("in"), "{\"next\": {\"next\": {\"next\": {}}}}\n{\"next\": 1}\n");
        write(emit(file, "Root"));
        assertThat(readFrom(folder.resolve("in")))
                .satisfiesExactly(
                        valid -> assertThat(valid).startsWith("= "),
                        invalid -> assertThat(invalid).startsWith("! [[\"next\"]"));
    }

    private List<String> findings(String pattern) throws IOException {
        Path file = Files.writeString(
                folder.resolve("schema.json"),
                "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \"" + pattern
                        + "\"}}}");
        return emit(file, "Root").findings().stream().map(Object::toString).toList();
    }

    private List<String> read(GoldenFiles.Case golden, String documents) throws Exception {
        write(golden);
        List<String> lines = readFrom(golden.folder().resolve(documents).toAbsolutePath());
        assertThat(lines).hasSameSizeAs(Files.readAllLines(golden.folder().resolve(documents)));
        return lines;
    }

    private List<String> readFrom(Path documents) throws Exception {
        if (run(List.of(PYTHON, "-c", "import pydantic; assert pydantic.VERSION[0] == '2'"), documents)
                        .code()
                != 0) {
            String message = PYTHON + " has no pydantic 2: set PYTHON to an interpreter which has it";
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            abort(message);
        }
        Path script = Path.of("src/test/resources/io/neurectomy/codegen/python/read_and_write.py")
                .toAbsolutePath();
        Outcome outcome = run(List.of(PYTHON, script.toString()), documents);
        assertThat(outcome.code()).as(String.join("\n", outcome.lines())).isZero();
        return outcome.lines();
    }

    private record Outcome(int code, List<String> lines) {}

    private Outcome run(List<String> command, Path input) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, List.of("no answer within two minutes"));
            }
            return new Outcome(
                    process.exitValue(),
                    new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException missing) {
            return new Outcome(-1, List.of(missing.toString()));
        }
    }

    private void write(GoldenFiles.Case golden) throws IOException {
        write(output(golden, "Root"));
    }

    private void write(Output output) throws IOException {
        for (var file : output.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Output output(GoldenFiles.Case golden, String root) throws IOException {
        return emit(golden.schema(), root);
    }

    private static Output emit(Path schema, String root) throws IOException {
        SchemaReader.Resolved resolved = SchemaReader.read(schema);
        assertThat(resolved.isUsable()).as(resolved.findings().toString()).isTrue();
        return new PythonBackend().emit(ModelBuilder.build(resolved.graph(), root), new Backend.Options("gen", 3));
    }
}
