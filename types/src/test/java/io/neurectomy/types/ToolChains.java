package io.neurectomy.types;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles what was generated for the other languages, each with a small program that reads and writes.
 *
 * @param work an empty folder for what is compiled
 */
record ToolChains(Path work) {

    private static final Path GENERATED =
            Path.of("target/generated-sources/neurectomy").toAbsolutePath();
    private static final Path PROGRAMS = Path.of("src/test/resources/languages").toAbsolutePath();
    private static final Path TSC = Path.of("node_modules/.bin/tsc").toAbsolutePath();

    /** Says what has to be installed. */
    List<String> missing() {
        return Stream.of(
                        need("TypeScript: run `npm ci` in types, or set TSC to the compiler", tsc(), "--version"),
                        need("Node.js: install node 20 or newer", "node", "--version"),
                        need("Rust: install cargo", "cargo", "--version"),
                        need(
                                "Python: install pydantic 2, or set PYTHON to an interpreter that has it",
                                interpreter(),
                                "-c",
                                "import pydantic; assert pydantic.VERSION.startswith('2.')"))
                .flatMap(Optional::stream)
                .toList();
    }

    Language typeScript() throws IOException {
        Path module = GENERATED.resolve("typescript/index.ts");
        Command.in(
                        work,
                        tsc(),
                        "--strict",
                        "--noUncheckedIndexedAccess",
                        "--exactOptionalPropertyTypes",
                        "--target",
                        "es2022",
                        "--module",
                        "es2022",
                        "--moduleResolution",
                        "bundler",
                        "--outDir",
                        "typescript",
                        module.toString())
                .run("");
        // Without it, node takes a .js file for CommonJS.
        Files.writeString(work.resolve("typescript/package.json"), "{\"type\":\"module\"}\n");
        return new ForeignLanguage(
                "TypeScript",
                declared(module, "export function (?:parse|is)%s\\("),
                Command.in(
                        work,
                        "node",
                        PROGRAMS.resolve("driver.mjs").toString(),
                        work.resolve("typescript/index.js").toString()));
    }

    Language rust(List<Definition> definitions) throws IOException {
        Path crate = Files.createDirectories(work.resolve("rust"));
        Path module = Files.copy(GENERATED.resolve("rust/lib.rs"), crate.resolve("lib.rs"), REPLACE_EXISTING);
        Files.copy(PROGRAMS.resolve("Cargo.toml"), crate.resolve("Cargo.toml"), REPLACE_EXISTING);
        ForeignLanguage rust = new ForeignLanguage(
                "Rust",
                declared(module, "pub (?:struct|enum|type) %s\\b"),
                Command.in(crate, "target/debug/languages"));
        String arms = definitions.stream()
                .map(Definition::name)
                .filter(rust::reads)
                .map(type -> "        \"" + type + "\" => round_trip::<neurectomy_types::" + type + ">(json),\n")
                .collect(Collectors.joining());
        Files.writeString(
                crate.resolve("main.rs"),
                Files.readString(PROGRAMS.resolve("main.rs"), UTF_8).replaceFirst(" *// one line for each.*\n", arms),
                UTF_8);
        Command.in(crate, "cargo", "build", "--quiet", "--target-dir", "target").run("");
        return rust;
    }

    Language python() throws IOException {
        Path module = GENERATED.resolve("python/__init__.py");
        return new ForeignLanguage(
                "Python",
                declared(module, "(?m)^(?:class )?%s(?:\\(|:|:? .*= )"),
                Command.in(work, interpreter(), PROGRAMS.resolve("driver.py").toString(), module.toString()));
    }

    private Optional<String> need(String what, String... line) {
        return Command.in(work, line).works() ? Optional.empty() : Optional.of(what);
    }

    private static Predicate<String> declared(Path module, String pattern) throws IOException {
        String source = Files.readString(module, UTF_8);
        return type -> Pattern.compile(pattern.formatted(type)).matcher(source).find();
    }

    private static String tsc() {
        return Optional.ofNullable(System.getenv("TSC")).orElse(TSC.toString());
    }

    private static String interpreter() {
        return Optional.ofNullable(System.getenv("PYTHON")).orElse("python3");
    }
}
