package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Guarded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What a file given on the command line turns out to be. */
final class Inputs {

    private Inputs() {}

    /** Tells a folder and a missing file from a text that is wrong: the one is a mistake in the call, the other in the file. */
    static void requireReadable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder. Name a file in it");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    static List<String> lines(Path file) throws IOException {
        requireReadable(file);
        // Not readAllLines: a byte that is no UTF-8 spoils its own job, not all.
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static String explain(String rule, Path path, IOException problem) {
        String what;
        if (problem instanceof NoSuchFileException) {
            what = "there is no such file. Correct the path.";
        } else if (problem instanceof AccessDeniedException) {
            what = "access is denied. Allow it, or use another path.";
        } else if (problem instanceof FileSystemException system && system.getReason() != null) {
            what = system.getReason() + ".";
        } else {
            what = Guarded.describe(problem);
        }
        String file = problem instanceof FileSystemException system && system.getFile() != null
                ? system.getFile()
                : path.toString();
        return "[" + rule + "] " + file + ": " + what;
    }
}
