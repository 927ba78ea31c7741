package io.neurectomy.standard.internal;

import io.neurectomy.standard.Place;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.internal.TextReader.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files by which tools of contributors and the CI work. */
final class ConventionFiles {
    private static final List<String> NAMES = List.of(".editorconfig", ".gitattributes");
    private static final String WORKFLOWS = ".github/workflows";

    private final Path root;
    private final List<Problem> problems;

    ConventionFiles(Path root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    List<SourceFile> read() {
        List<SourceFile> files = new ArrayList<>();
        Stream.concat(NAMES.stream().map(root::resolve), workflows().stream())
                .filter(Files::isRegularFile)
                .forEach(file -> read(file, files));
        return files;
    }

    private List<Path> workflows() {
        Path folder = root.resolve(WORKFLOWS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            p -> p.toString().endsWith(".yml") || p.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(WORKFLOWS), "can't be opened"));
            return List.of();
        }
    }

    private void read(Path file, List<SourceFile> into) {
        String path = root.relativize(file).toString().replace('\\', '/');
        try {
            if (file.toRealPath().startsWith(root)) {
                into.add(new SourceFile(path, TextReader.lenient(file)));
            } else {
                problems.add(new Problem(Problem.Kind.FILE, Place.of(path), "is a link out of the repository"));
            }
        } catch (UnreadableFileException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(path), e.problem()));
        } catch (IOException e) {
            problems.add(new Problem(Problem.Kind.FILE, Place.of(path), "can't be opened"));
        }
    }
}
