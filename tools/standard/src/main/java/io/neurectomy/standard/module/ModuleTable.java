package io.neurectomy.standard.module;

import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.edit.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of modules in the repository's README. */
final class ModuleTable {
    private static final String README = "README.md";

    private ModuleTable() {}

    /** Adds a row below the last one whose first cell names a module, in that row's style. */
    static Optional<FileChange> with(
            Path folder, Repository repository, String name, String artifactId, String description) throws IOException {
        Path readme = folder.resolve(README);
        if (!Files.isRegularFile(readme)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(readme);
        // One character for each byte, so that a file in any encoding keeps its bytes.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> known = repository.modules().stream()
                .filter(m -> !m.path().isEmpty())
                .flatMap(m -> List.of(m.path(), artifact(m)).stream())
                .collect(Collectors.toSet());
        int end = -1;
        String last = "";
        int at = 0;
        for (String line : text.split("(?<=\n)", -1)) {
            at += line.length();
            if (line.startsWith("|") && known.contains(plain(cells(line)[1]))) {
                end = at;
                last = line;
            }
        }
        if (end < 0) {
            return Optional.empty();
        }
        String[] cells = cells(last);
        boolean artifact = repository.modules().stream()
                .anyMatch(m -> plain(cells[1]).equals(artifact(m)) && !m.path().equals(artifact(m)));
        String label = artifact ? artifactId : name;
        String first = cells[1].strip();
        String cell = first.startsWith("[") && first.endsWith(")")
                ? "[" + quoted(first.contains("`"), label) + "](" + name + (first.contains(README) ? "/" + README : "")
                        + ")"
                : quoted(first.contains("`"), label);
        StringBuilder row = new StringBuilder("| " + cell + " | " + description + " |");
        for (int i = 3; i < cells.length - 1; i++) {
            row.append(" |");
        }
        String lineEnd = last.endsWith("\r\n") ? "\r\n" : "\n";
        String inserted = last.endsWith("\n") ? row + lineEnd : lineEnd + row;
        String after = text.substring(0, end) + inserted + text.substring(end);
        return Optional.of(FileChange.replaced(README, bytes, after.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String artifact(Module module) {
        return module.pom().coordinates().artifactId();
    }

    private static String quoted(boolean code, String text) {
        return code ? "`" + text + "`" : text;
    }

    private static String[] cells(String line) {
        String[] cells = line.strip().split("\\|", -1);
        return cells.length < 3 ? new String[] {"", "", ""} : cells;
    }

    private static String plain(String cell) {
        return cell.replaceAll("\\]\\([^)]*\\)", "")
                .replaceAll("[\\[`*\\s]", "")
                .replaceAll("/$", "");
    }
}
