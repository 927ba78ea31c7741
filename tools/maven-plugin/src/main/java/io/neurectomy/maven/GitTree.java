package io.neurectomy.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The work tree of a repository, by the command {@code git}; a folder without one is always clean and never committed. */
final class GitTree {
    private final Path folder;

    GitTree(Path folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve(".git"));
    }

    String uncommitted() throws IOException {
        return exists() ? run("status", "--porcelain") : "";
    }

    /** Commits all that changed; returns the commit, empty if nothing did. */
    String commit(String message) throws IOException {
        if (!exists() || uncommitted().isEmpty()) {
            return "";
        }
        // Not every repository ignores what its build makes.
        run("add", "--all", "--", ".", ":(exclude,glob)**/target/**");
        run("commit", "--quiet", "--message", message);
        return run("rev-parse", "HEAD");
    }

    private String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (git.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + " failed (" + said + ")");
            }
            return said;
        } catch (InterruptedException e) {
            git.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
