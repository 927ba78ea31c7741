package io.neurectomy.standard.edit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file as it is to be, beside what it was. Immutable. */
public final class FileChange {
    private final String path;
    private final Optional<byte[]> before;
    private final byte[] after;

    private FileChange(String path, Optional<byte[]> before, byte[] after) {
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
        return new FileChange(path, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
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
        return new FileChange(path, Optional.of(before.clone()), after.clone());
    }

    /**
     * Returns the change that takes this one back.
     *
     * @return the change of a file that was there; for a new file, the change to an empty one
     */
    public FileChange reverted() {
        return new FileChange(
                path, Optional.of(after.clone()), before.map(byte[]::clone).orElse(new byte[0]));
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
        return before.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    /**
     * Returns what the file is to hold, for a person to read.
     *
     * @return its text
     */
    public String textAfter() {
        return new String(after, StandardCharsets.UTF_8);
    }

    Optional<byte[]> before() {
        return before;
    }

    byte[] after() {
        return after;
    }
}
