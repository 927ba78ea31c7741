package io.neurectomy.codegen.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonDocument;
import io.neurectomy.codegen.json.JsonReader;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeScriptBackendTest {

    private static final String TSC = System.getenv("TSC") == null ? "tsc" : System.getenv("TSC");

    /** All that a strict project asks for. */
    private static final List<String> STRICT = List.of(
            "--strict",
            "--exactOptionalPropertyTypes",
            "--noUncheckedIndexedAccess",
            "--noImplicitOverride",
            "--noPropertyAccessFromIndexSignature",
            "--noUnusedLocals",
            "--noUnusedParameters",
            "--isolatedModules",
            "--target",
            "es2022",
            "--lib",
            "es2022",
            "--types",
            "");

    @TempDir
    Path folder;

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("typescript");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        golden.check(output(golden.schema(), "Root").files());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsEveryValidDocument(GoldenFiles.Case golden) throws Exception {
        List<String> texts = Files.readAllLines(golden.folder().resolve("valid.jsonl"));
        List<String> lines = roundTrip(golden, "nodenext", "valid.jsonl");
        for (int i = 0; i < texts.size(); i++) {
            String line = lines.get(i);
            assertThat(line).as(texts.get(i)).startsWith("= ");
            assertThat(json(line.substring(2))).isEqualTo(json(texts.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesEveryInvalidDocument(GoldenFiles.Case golden) throws Exception {
        List<String> texts = Files.readAllLines(golden.folder().resolve("invalid.jsonl"));
        List<String> lines = roundTrip(golden, "commonjs", "invalid.jsonl");
        assertThat(lines)
                .hasSameSizeAs(texts)
                .allMatch(line -> line.startsWith("! JsonError: ") || line.startsWith("! SyntaxError"));
    }

    @Test
    void namesTheFileByTheRoot() throws IOException {
        Path schema = cases().findFirst().orElseThrow().schema();
        assertThat(output(schema, "AgentEvent").files()).containsKey("agent-event.ts");
        assertThat(output(schema, "HTTPServer2").files()).containsKey("http-server2.ts");
        assertThat(output(schema, "JsonChecks").files()).containsKeys("json-checks-type.ts", "json-checks.ts");
    }

    private static Output output(Path schema, String root) {
        SchemaReader.Resolved read = SchemaReader.read(schema);
        assertThat(read.findings()).noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        Output output =
                new TypeScriptBackend().emit(ModelBuilder.build(read.graph(), root), new Backend.Options("gen", 3));
        assertThat(output.findings()).isEmpty();
        return output;
    }

    private List<String> roundTrip(GoldenFiles.Case golden, String module, String documents) throws Exception {
        for (var file : output(golden.schema(), "Root").files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String type = module.equals("commonjs") ? "commonjs" : "module";
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"" + type + "\"}");
        List<String> compile = new ArrayList<>(List.of(TSC, "--outDir", "js", "--module", module));
        compile.addAll(STRICT);
        compile.addAll(
                module.equals("commonjs")
                        ? List.of("--moduleResolution", "bundler", "root.ts")
                        : List.of("--verbatimModuleSyntax", "--erasableSyntaxOnly", "root.ts"));
        assertThat(run(compile)).isEmpty();
        Path script = golden.folder().resolveSibling("round-trip.mjs").toAbsolutePath();
        return run(List.of(
                "node",
                script.toString(),
                folder.resolve("js/root.js").toString(),
                golden.folder().resolve(documents).toAbsolutePath().toString()));
    }

    /** Runs a program; one that is missing is a failure only in CI. */
    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue("true".equals(System.getenv("CI")), "SKIPPED: there is no " + command.get(0) + " here");
            throw missing;
        }
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static Json json(String text) {
        return JsonReader.read("document", text.getBytes(StandardCharsets.UTF_8))
                .document()
                .map(JsonDocument::root)
                .orElseThrow();
    }
}
