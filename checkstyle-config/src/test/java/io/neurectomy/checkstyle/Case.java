package io.neurectomy.checkstyle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of a rule: {@code cases/<rule-id>/<Case>.java}, which stands for a main source in a documented package, or a
 * folder {@code cases/<rule-id>/<Case>/} with a whole source tree; and {@code <Case>.txt} with the expected findings.
 */
record Case(String rule, Path input) {
    private static final Path ROOT = Path.of("src/test/resources/cases");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final String PACKAGE_INFO =
            "/** Holds a case. */\n@NullMarked\npackage %s;\n\n" + "import org.jspecify.annotations.NullMarked;\n";

    static List<Case> all() {
        try (Stream<Path> inputs = Files.walk(ROOT, 2)) {
            return inputs.filter(path -> ROOT.relativize(path).getNameCount() == 2)
                    .filter(path -> !path.toString().endsWith(".txt"))
                    .sorted()
                    .map(path -> new Case(path.getParent().getFileName().toString(), path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file that holds the expected findings. */
    Path expectation() {
        String name = input.getFileName().toString().replaceFirst("\\.java$", "");
        return input.resolveSibling(name + ".txt");
    }

    List<String> expected() {
        try {
            return Files.exists(expectation())
                    ? Files.readAllLines(expectation())
                    : List.of("no file " + expectation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isClean() {
        return expected().isEmpty();
    }

    /** Copies the case into {@code folder}, where its paths say what is main and what is test, and judges it. */
    List<String> findings(Path folder) {
        try {
            if (Files.isDirectory(input)) {
                copyTree(folder);
                return RuleFile.findingsIn(folder);
            }
            return RuleFile.findingsIn(copyFile(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copyFile(Path folder) throws IOException {
        String source = Files.readString(input);
        Matcher matcher = PACKAGE.matcher(source);
        String name = matcher.find() ? matcher.group(1) : "";
        Path target = Files.createDirectories(folder.resolve("src/main/java").resolve(name.replace('.', '/')));
        Files.copy(input, target.resolve(input.getFileName()));
        Files.writeString(target.resolve("package-info.java"), PACKAGE_INFO.formatted(name));
        return target;
    }

    private void copyTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(input)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(input.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    @Override
    public String toString() {
        return rule + "/" + input.getFileName();
    }
}
