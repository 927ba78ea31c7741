package io.neurectomy.standard.internal;

import io.neurectomy.standard.Document;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.internal.TextReader.UnreadableFileException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files by which people and tools work on the repository, and its documents. */
final class ConventionFiles {
    private static final Pattern AT_THE_TOP = Pattern.compile("\\.editorconfig|\\.gitattributes|CODEOWNERS"
            + "|renovate\\.json5?|\\.renovaterc(\\.json5?)?"
            + "|(?i:(licen[cs]e|copying|unlicense|changelog|changes|history|release[-_]?notes)([-._].*)?)");
    private static final Pattern ON_GITHUB =
            Pattern.compile("dependabot\\.ya?ml|renovate\\.json5?|CODEOWNERS|(?i:licen[cs]e([-._].*)?)");
    private static final String WRAPPER = ".mvn/wrapper/maven-wrapper.properties";
    private static final Set<String> NOT_DOCUMENTS = Set.of("target", "node_modules", ".git");

    private final Path root;
    private final List<Problem> problems;

    ConventionFiles(Path root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    List<SourceFile> read() {
        return Stream.of(
                        files(".", name -> AT_THE_TOP.matcher(name).matches()),
                        files("docs", name -> name.equals("CODEOWNERS")),
                        files(".github", name -> ON_GITHUB.matcher(name).matches()),
                        files(".github/workflows", name -> name.endsWith(".yml") || name.endsWith(".yaml")),
                        Stream.of(root.resolve(WRAPPER)))
                .flatMap(files -> files)
                .filter(Files::isRegularFile)
                .flatMap(this::read)
                .toList();
    }

    /** The documents at the top, in {@code docs} and {@code doc}, and those that were read before. */
    List<Document> documents(Stream<SourceFile> readBefore) {
        Map<Path, SourceFile> known =
                readBefore.collect(Collectors.toMap(file -> root.resolve(file.path()), file -> file, (a, b) -> a));
        Set<Path> paths = new TreeSet<>(known.keySet());
        files(".", ConventionFiles::isDocument).forEach(paths::add);
        // The links of a template lead on from where the pull request or issue is shown.
        files(
                        ".github",
                        name -> isDocument(name)
                                && !name.toLowerCase(Locale.ROOT).contains("template"))
                .forEach(paths::add);
        below("docs", paths);
        below("doc", paths);
        DocumentReader reader = new DocumentReader(root);
        return paths.stream()
                .filter(Files::isRegularFile)
                .flatMap(path ->
                        Optional.ofNullable(known.get(path)).map(Stream::of).orElseGet(() -> read(path)))
                .map(reader::document)
                .toList();
    }

    private static boolean isDocument(String name) {
        return name.endsWith(".md");
    }

    private Stream<Path> files(String folder, Predicate<String> named) {
        Path path = root.resolve(folder).normalize();
        if (!Files.isDirectory(path)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(p -> named.test(String.valueOf(p.getFileName()))).sorted().toList().stream();
        } catch (IOException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(folder), "can't be opened"));
            return Stream.empty();
        }
    }

    private void below(String folder, Set<Path> into) {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return;
        }
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return NOT_DOCUMENTS.contains(String.valueOf(path.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (isDocument(String.valueOf(path.getFileName()))) {
                        into.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(folder), "can't be opened"));
        }
    }

    private Stream<SourceFile> read(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        try {
            if (file.toRealPath().startsWith(root)) {
                return Stream.of(new SourceFile(path, TextReader.lenient(file)));
            }
            problems.add(new Problem(Problem.Kind.FILE, Place.of(path), "is a link out of the repository"));
        } catch (UnreadableFileException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(path), e.problem()));
        } catch (IOException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(path), "can't be opened"));
        }
        return Stream.empty();
    }
}
