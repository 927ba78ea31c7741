package io.neurectomy.standard;

import java.util.Comparator;

/**
 * A place in the repository; ordered by file, then by line.
 *
 * @param file path relative to the repository's folder, with {@code /} between its parts
 * @param line line, counted from 1; 0 for the file as a whole
 */
public record Place(String file, int line) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line);

    /**
     * Creates the place of a whole file.
     *
     * @param file path relative to the repository's folder
     * @return the place without a line
     */
    public static Place of(String file) {
        return new Place(file, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the place as compilers print it.
     *
     * @return {@code file:line}, or {@code file} alone
     */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
