package io.neurectomy.standard.internal;

import io.neurectomy.standard.Effective;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.internal.TextReader.UnreadableFileException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the files of modules. */
final class SourceTree {
    private static final Set<String> EXTENSIONS = Set.of("java", "kt", "groovy", "scala", "clj");
    private static final List<String> MAIN = List.of("java", "kotlin", "groovy", "scala", "clojure");

    private final Path root;
    private final List<Problem> problems;

    SourceTree(Path root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    Module module(Pom pom, Map<String, String> directories, Effective effective) throws IOException {
        int slash = pom.file().lastIndexOf('/');
        String path = slash < 0 ? "" : pom.file().substring(0, slash);
        Path folder = root.resolve(path);
        List<SourceFile> main = new ArrayList<>();
        List<SourceFile> test = new ArrayList<>();
        if (!pom.packaging().equals("pom")) {
            Set<Path> mainRoots = new LinkedHashSet<>();
            MAIN.forEach(language -> mainRoots.add(folder.resolve("src/main/" + language)));
            Optional.ofNullable(directories.get("sourceDirectory"))
                    .map(folder::resolve)
                    .ifPresent(mainRoots::add);
            Set<Path> testRoots = new LinkedHashSet<>(testFolders(folder));
            Optional.ofNullable(directories.get("testSourceDirectory"))
                    .map(folder::resolve)
                    .ifPresent(testRoots::add);
            for (Path start : testRoots) {
                read(start, test);
            }
            for (Path start : mainRoots) {
                read(start, main);
            }
            // A main folder such as "." may hold the test folder.
            main.removeAll(test);
        }
        return new Module(path, pom, effective, main, test, readme(folder), otherReadme(folder), List.of(), List.of());
    }

    /** Every folder in {@code src} beside {@code main} that is named for tests: test, it, integration-test, testFixtures. */
    private static List<Path> testFolders(Path folder) throws IOException {
        Path src = folder.resolve("src");
        if (!Files.isDirectory(src)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(src)) {
            return entries.filter(p -> {
                        String name = String.valueOf(p.getFileName()).toLowerCase(Locale.ROOT);
                        return name.contains("test") || name.equals("it");
                    })
                    .sorted()
                    .toList();
        }
    }

    private Optional<SourceFile> readme(Path folder) {
        Path file = folder.resolve("README.md");
        return Files.isRegularFile(file) && isInside(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private Optional<String> otherReadme(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve("README.md"))) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(name -> name.matches("(?i)readme(\\.\\w+)?"))
                    .sorted()
                    .findFirst();
        }
    }

    private void read(Path start, List<SourceFile> into) throws IOException {
        if (!Files.isDirectory(start) || !isInside(start)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // What lies in resources is data, also when it is named like a source.
                boolean data = folder.equals(start.resolve("resources"));
                boolean built = folder.endsWith("target") && !folder.equals(start);
                return data || built ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.toString();
                if (EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))
                        && Files.isRegularFile(file)
                        && isInside(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                problems.add(new Problem(Problem.Kind.FILE, Place.of(relative(file)), "can't be opened"));
                return FileVisitResult.CONTINUE;
            }
        });
        files.stream()
                .map(this::read)
                .sorted(Comparator.comparing(SourceFile::path))
                .forEach(into::add);
    }

    private SourceFile read(Path file) {
        String path = relative(file);
        try {
            return new SourceFile(path, TextReader.lenient(file));
        } catch (UnreadableFileException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(path), e.problem()));
            return new SourceFile(path, "");
        }
    }

    private boolean isInside(Path file) {
        try {
            if (file.toRealPath().startsWith(root)) {
                return true;
            }
            problems.add(new Problem(Problem.Kind.FILE, Place.of(relative(file)), "is a link out of the repository"));
        } catch (IOException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(relative(file)), "can't be opened"));
        }
        return false;
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
