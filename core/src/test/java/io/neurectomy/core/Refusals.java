package io.neurectomy.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;

/** Reads a table of inputs and the messages that refuse them; a new case is a new line. */
public final class Refusals {

    private static final String SEPARATOR = "\" => ";

    private Refusals() {}

    /**
     * Reads the lines {@code "input" => message}. The input has Java's escapes; a line that begins with {@code #} is a
     * comment.
     *
     * @param test the class beside whose package the file lies
     * @param file the file's name
     * @return pairs of input and message, at least one
     */
    public static List<Arguments> of(Class<?> test, String file) {
        try (InputStream table = Objects.requireNonNull(test.getResourceAsStream(file), file)) {
            List<Arguments> cases = new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Refusals::parse)
                    .toList();
            if (cases.isEmpty()) {
                throw new IllegalArgumentException(file + ": has no case. Write at least one.");
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Arguments parse(String line) {
        int separator = line.indexOf(SEPARATOR);
        if (separator < 1 || line.charAt(0) != '"') {
            throw new IllegalArgumentException(line + ": is no case. Write \"input\" => message.");
        }
        return Arguments.of(
                line.substring(1, separator).translateEscapes(), line.substring(separator + SEPARATOR.length()));
    }
}
