package io.neurectomy.test.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * Compares a text with the one that a file holds. With {@code -Dgolden.update} a file that differs is overwritten, and the
 * test fails all the same: the difference is read before it is committed.
 */
public final class GoldenFile {
    private static final String UPDATE = "golden.update";

    private GoldenFile() {}

    /**
     * Asserts that a file holds a text.
     *
     * @param file the file; one that is not there holds the empty text
     * @param actual the text
     * @throws AssertionError if it holds another one, or did until it was overwritten
     * @throws UncheckedIOException if it can't be read or written
     */
    public static void check(Path file, String actual) {
        try {
            String expected = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            String update = System.getProperty(UPDATE);
            if (update != null && !update.equals("false") && !actual.equals(expected)) {
                overwrite(file, actual);
                Assertions.fail("%s was overwritten; read the difference and run again without -D%s", file, UPDATE);
            }
            Assertions.assertThat(actual)
                    .as("%s; -D%s overwrites it", file, UPDATE)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException("can't compare with " + file, e);
        }
    }

    private static void overwrite(Path file, String actual) throws IOException {
        if (actual.isEmpty()) {
            Files.delete(file);
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, actual);
    }
}
