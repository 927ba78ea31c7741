package io.neurectomy.types;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that ends by itself.
 *
 * @param folder where it runs
 * @param line the program and its arguments
 */
record Command(Path folder, List<String> line) {

    private static final long MINUTES = 4;

    static Command in(Path folder, String... line) {
        return new Command(folder, List.of(line));
    }

    /** Says whether the program is there and ends well. */
    boolean works() {
        try {
            run("");
            return true;
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }

    /** Runs it to its end, through files: a pipe that nobody empties would stop it. */
    String run(String input) {
        try {
            Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input, UTF_8);
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", line)
                        + (ended ? " failed: " : " does not end: ")
                        + Files.readString(out, UTF_8)
                        + Files.readString(err, UTF_8));
            }
            return Files.readString(out, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
