package io.neurectomy.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A revision of a git repository, by the git that is installed. */
record GitRevision(String name) {

    static GitRevision of(String name) throws IOException {
        // What begins with a hyphen would be an option of git.
        if (name.isBlank() || name.startsWith("-")) {
            throw new IOException("'" + name + "' is no revision.");
        }
        return new GitRevision(name);
    }

    /** Writes the schemas that a folder had in this revision: none if it was not there yet. */
    Path export(Path folder, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> all = Files.walk(to)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(to);
        String list = new String(run(folder, "ls-tree", "-r", "--name-only", "-z", name, "."), StandardCharsets.UTF_8);
        for (String file : list.split("\0", -1)) {
            // A submodule is listed as well, and has no content here; what is no schema is not needed.
            if (file.matches("(?s).*\\.(json|graphqls?)")) {
                Path path = to.resolve(file).normalize();
                if (!path.startsWith(to.normalize())) {
                    throw new IOException("'" + file + "' leads out of the folder.");
                }
                Files.createDirectories(path.getParent());
                Files.write(path, run(folder, "show", name + ":./" + file));
            }
        }
        return to;
    }

    private static byte[] run(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        // Not a second pipe: who reads one of two to its end may wait for ever.
        Path errors = Files.createTempFile("git", ".txt");
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            byte[] output = git.getInputStream().readAllBytes();
            if (succeeds(git)) {
                return output;
            }
            String said = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).strip();
            throw new IOException("git does not have it in " + folder + " (" + said + ").");
        } finally {
            Files.delete(errors);
        }
    }

    private static boolean succeeds(Process git) {
        try {
            return git.waitFor() == 0;
        } catch (InterruptedException e) {
            git.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
