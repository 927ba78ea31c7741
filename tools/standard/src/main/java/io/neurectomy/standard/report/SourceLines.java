package io.neurectomy.standard.report;

import io.neurectomy.standard.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of lines, for readers of a report; reads files inside one folder. It keeps the last file that it read, so
 * places should be asked for in their order, and by one thread.
 */
public final class SourceLines {
    private static final long LIMIT = 10L * 1024 * 1024;
    private static final int WIDTH = 200;

    private final Path root;
    private String file = "";
    private List<String> lines = List.of();

    private SourceLines(Path root) {
        this.root = root;
    }

    /**
     * Creates a reader of lines.
     *
     * @param folder the repository's folder
     * @return a reader that has read nothing yet
     * @throws IOException if the folder can't be opened
     */
    public static SourceLines in(Path folder) throws IOException {
        return new SourceLines(folder.toRealPath());
    }

    /**
     * Returns the text of a line.
     *
     * @param place a place in the repository
     * @return the line without white space at its ends, cut after 200 characters; empty if the place is a whole file, or
     *     the file can't be read, is too large or lies outside the folder
     */
    public String at(Place place) {
        if (place.line() == 0) {
            return "";
        }
        if (!place.file().equals(file)) {
            file = place.file();
            lines = read(file);
        }
        if (place.line() > lines.size()) {
            return "";
        }
        String text = lines.get(place.line() - 1).strip();
        if (text.length() <= WIDTH) {
            return text;
        }
        // Half a surrogate pair is no character.
        int end = Character.isHighSurrogate(text.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
        return text.substring(0, end) + "…";
    }

    private List<String> read(String name) {
        try {
            Path path = root.resolve(name).toRealPath();
            boolean readable = path.startsWith(root) && Files.isRegularFile(path) && Files.size(path) <= LIMIT;
            return readable
                    ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
