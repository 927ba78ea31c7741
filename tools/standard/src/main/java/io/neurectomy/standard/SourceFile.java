package io.neurectomy.standard;

/**
 * A text file of the repository.
 *
 * @param path path relative to the repository's folder, with {@code /} between its parts
 * @param text its text with {@code \n} at its line ends; empty if the file is too large or not text
 */
public record SourceFile(String path, String text) {
    /**
     * Returns the last part of the path.
     *
     * @return the file's name
     */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
