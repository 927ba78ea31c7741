package io.neurectomy.standard.edit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file as it is to be, beside what it was. Immutable. */
public final class FileChange {
    private final String path;
    private final Optional<byte[]> before;
    private final Optional<byte[]> after;

    private FileChange(String path, Optional<byte[]> before, Optional<byte[]> after) {
        this.path = path;
        this.before = before;
        this.after = after;
    }

    /**
     * Creates a file that is not there yet.
     *
     * @param path relative to the repository's folder, with {@code /} between its parts
     * @param text the whole text, written in UTF-8
     * @return the change
     */
    public static FileChange created(String path, String text) {
        return new FileChange(path, Optional.empty(), Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Replaces what a file holds.
     *
     * @param path relative to the repository's folder
     * @param before what it holds now
     * @param after what it is to hold
     * @return the change
     */
    public static FileChange replaced(String path, byte[] before, byte[] after) {
        return new FileChange(path, Optional.of(before.clone()), Optional.of(after.clone()));
    }

    /**
     * Returns the change that takes this one back.
     *
     * @return the change; that of a new file removes it
     */
    public FileChange reverted() {
        Optional<byte[]> now = after;
        Optional<byte[]> then = before;
        return new FileChange(path, now, then);
    }

    /**
     * Returns where the file is.
     *
     * @return path relative to the repository's folder
     */
    public String path() {
        return path;
    }

    /**
     * Tells whether the file is new.
     *
     * @return true if there was none
     */
    public boolean isNew() {
        return before.isEmpty();
    }

    /**
     * Returns what the file held, for a person to read.
     *
     * @return its text, empty for a new file
     */
    public String textBefore() {
        return text(before);
    }

    /**
     * Returns what the file is to hold, for a person to read.
     *
     * @return its text, empty for a file that is to be removed
     */
    public String textAfter() {
        return text(after);
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
    }

    Optional<byte[]> before() {
        return before;
    }

    Optional<byte[]> after() {
        return after;
    }
}
