package io.neurectomy.codegen.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the expected code of all cases into one program and reads documents with it: those of {@code valid.jsonl} come
 * back as they were, those of {@code invalid.tsv} are refused for the reason beside them.
 *
 * <p>Needs cargo; {@code CODEGEN_CARGO_CONFIG} may name a configuration file that says where crates come from.
 */
class RustBehaviourTest {

    private static final long MINUTES = 10;

    @TempDir
    static Path project;

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("rust");
    }

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        if (run(List.of("cargo", "--version")).code() != 0) {
            missing("cargo is not installed");
        }
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("Cargo.toml"), """
                [package]
                name = "cases"
                version = "0.0.0"
                edition = "2021"
                [dependencies]
                serde = { version = "1", features = ["derive"] }
                serde_json = { version = "1", features = ["arbitrary_precision"] }
                regex = "1"
                [profile.dev]
                debug = 0
                [workspace]
                """);
        StringBuilder modules = new StringBuilder();
        StringBuilder arms = new StringBuilder();
        for (GoldenFiles.Case golden : cases().toList()) {
            String name = golden.toString().replace('-', '_');
            Files.copy(golden.folder().resolve("expected/root.rs"), project.resolve("src/" + name + ".rs"));
            modules.append("pub mod ").append(name).append(";\n");
            arms.append("        \"")
                    .append(golden)
                    .append("\" => again::<cases::")
                    .append(name)
                    .append("::Root>(text),\n");
        }
        Files.writeString(project.resolve("src/lib.rs"), modules);
        Files.writeString(project.resolve("src/main.rs"), """
                fn again<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> Result<String, String> {
                    let value: T = serde_json::from_str(text).map_err(|e| e.to_string())?;
                    serde_json::to_string(&value).map_err(|e| e.to_string())
                }

                fn of(case: &str, text: &str) -> Result<String, String> {
                    match case {
                %s        _ => Err("no such case".into()),
                    }
                }

                fn main() {
                    let arguments: Vec<String> = std::env::args().collect();
                    let documents = std::fs::read_to_string(&arguments[2]).expect("a file");
                    for line in documents.lines() {
                        match of(&arguments[1], line) {
                            Ok(text) => println!("+{text}"),
                            Err(reason) => println!("-{reason}"),
                        }
                    }
                }
                """.formatted(arms));
        Run build = run(cargo("build", "--quiet"));
        if (build.code() != 0 && build.output().contains("failed to get")
                || build.output().contains("no matching package")) {
            missing("crates can't be had: " + build.output());
        }
        assertThat(build.code()).as(build.output()).isZero();
        // a warning is a complaint too
        assertThat(build.output()).isEmpty();
    }

    private static void missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            fail(what);
        }
        abort("SKIPPED, no Rust is compiled: " + what);
    }

    private static List<String> cargo(String... arguments) {
        List<String> command = new ArrayList<>(List.of("cargo"));
        command.addAll(List.of(arguments));
        String config = System.getenv("CODEGEN_CARGO_CONFIG");
        if (config != null) {
            // behind the subcommand, or clippy does not hand it on to the cargo that it calls
            command.addAll(2, List.of("--config", config));
        }
        return command;
    }

    /** What a command wrote and how it ended. */
    private record Run(int code, String output) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(project, "run", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException absent) {
            return new Run(127, absent.toString());
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Run(124, "timed out");
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    private static List<String> read(GoldenFiles.Case golden, List<String> documents)
            throws IOException, InterruptedException {
        Path file = Files.write(Files.createTempFile(project, "documents", ".jsonl"), documents);
        Run run = run(List.of(project.resolve("target/debug/cases").toString(), golden.toString(), file.toString()));
        assertThat(run.code()).as(run.output()).isZero();
        List<String> answers = run.output().lines().toList();
        assertThat(answers).hasSameSizeAs(documents);
        return answers;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsValidDocuments(GoldenFiles.Case golden) throws IOException, InterruptedException {
        List<String> documents = Files.readAllLines(golden.folder().resolve("valid.jsonl"));
        List<String> answers = read(golden, documents);
        for (int i = 0; i < documents.size(); i++) {
            assertThat(answers.get(i)).as(documents.get(i)).startsWith("+");
            assertThat(json(answers.get(i).substring(1))).as(documents.get(i)).isEqualTo(json(documents.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesInvalidDocumentsAndSaysWhy(GoldenFiles.Case golden) throws IOException, InterruptedException {
        List<String[]> lines = Files.readAllLines(golden.folder().resolve("invalid.tsv")).stream()
                .map(line -> line.split("\t", 2))
                .toList();
        List<String> answers = read(golden, lines.stream().map(line -> line[0]).toList());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(answers.get(i)).as(lines.get(i)[0]).startsWith("-").contains(lines.get(i)[1]);
        }
    }

    @Test
    void isCleanForClippy() throws IOException, InterruptedException {
        if (run(List.of("cargo", "clippy", "--version")).code() == 0) {
            Run clippy = run(cargo("clippy", "--quiet", "--lib", "--config", "build.rustflags = ['-Dwarnings']"));
            assertThat(clippy.code()).as(clippy.output()).isZero();
        } else {
            missing("clippy is not installed");
        }
    }

    private static Json json(String text) {
        return JsonReader.read("document", text).document().orElseThrow().root();
    }
}
