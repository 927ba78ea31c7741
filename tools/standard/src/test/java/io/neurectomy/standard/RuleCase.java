package io.neurectomy.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder {@code <rule-id>/<case>} with a repository in {@code input}, the POMs that only a local repository would hold in
 * {@code parents}, and the expected findings in {@code expected.txt}.
 */
record RuleCase(Rule rule, Path folder) {
    private static final Path ROOT = Path.of("src/test/resources/io/neurectomy/standard/rule");

    static Stream<RuleCase> all() {
        return children(ROOT).flatMap(folder -> {
            Rule rule = Rules.byId(name(folder)).orElseThrow(() -> new IllegalStateException("no rule for " + folder));
            return children(folder).map(c -> new RuleCase(rule, c));
        });
    }

    Audit audit() {
        return Audit.of(repository(), List.of(rule));
    }

    Repository repository() {
        return Repository.read(folder.resolve("input"), new FakeMaven(folder.resolve("parents")));
    }

    String actual() {
        return Stream.concat(audit().findings().stream(), audit().unknowns().stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    String expected() throws IOException {
        return Files.exists(expectedFile())
                ? Files.readString(expectedFile()).replace("\r\n", "\n")
                : "(no expected.txt)";
    }

    void overwrite() throws IOException {
        Files.writeString(expectedFile(), actual(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return rule.id() + "/" + name(folder);
    }

    private Path expectedFile() {
        return folder.resolve("expected.txt");
    }

    private static String name(Path folder) {
        return Objects.requireNonNull(folder.getFileName()).toString();
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
