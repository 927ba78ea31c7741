package io.neurectomy.standard.edit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Files that are written together or not at all.
 *
 * @param changes the files, each once
 */
public record FileChanges(List<FileChange> changes) {
    /**
     * Copies the list.
     *
     * @param changes the files
     */
    public FileChanges {
        changes = List.copyOf(changes);
    }

    /**
     * Writes the files. When one can't be written, those before it are put back and folders that were made are removed.
     *
     * @param repository the repository's folder
     * @throws IOException if a file can't be written, lies outside the repository, appeared where none was, or is no
     *     longer what it was when the change was made; then no file has changed
     */
    public void applyTo(Path repository) throws IOException {
        Path root = repository.toRealPath();
        Deque<Undo> undone = new ArrayDeque<>();
        try {
            for (FileChange change : changes) {
                apply(root, change, undone);
            }
        } catch (IOException e) {
            for (Undo undo : undone) {
                try {
                    undo.run();
                } catch (IOException again) {
                    e.addSuppressed(again);
                }
            }
            throw e;
        }
    }

    /**
     * Returns the changes that take these back.
     *
     * @return the files as they were, in the opposite order
     */
    public FileChanges reverted() {
        List<FileChange> back =
                new ArrayList<>(changes.stream().map(FileChange::reverted).toList());
        Collections.reverse(back);
        return new FileChanges(back);
    }

    /** What puts one step back. */
    private interface Undo {
        void run() throws IOException;
    }

    private static void apply(Path root, FileChange change, Deque<Undo> undone) throws IOException {
        Path file = root.resolve(change.path()).normalize();
        Path folder = file.getParent();
        if (folder == null || !file.startsWith(root)) {
            throw new IOException(change.path() + " lies outside the repository");
        }
        makeFolder(folder, undone);
        if (!folder.toRealPath().startsWith(root)) {
            throw new IOException(change.path() + " lies outside the repository: a folder above it is a link");
        }
        if (Files.isSymbolicLink(file)) {
            throw new IOException(change.path() + " is a link; what it leads to may be somebody else's");
        }
        if (change.isNew() && Files.exists(file)) {
            throw new FileAlreadyExistsException(change.path());
        }
        if (change.before().isPresent()
                && !Arrays.equals(Files.readAllBytes(file), change.before().get())) {
            throw new IOException(change.path() + " was changed by someone else meanwhile");
        }
        write(file, change);
        undone.push(() -> {
            if (change.before().isPresent()) {
                Files.write(file, change.before().get());
            } else {
                Files.deleteIfExists(file);
            }
        });
    }

    private static void write(Path file, FileChange change) throws IOException {
        if (change.after().isEmpty()) {
            Files.delete(file);
            return;
        }
        // A move within a folder is all or nothing; a write that is cut off would leave half a file.
        // Not createTempFile: its files are for their owner's eyes only.
        Path whole = Files.createFile(file.resolveSibling("." + file.getFileName() + ".new"));
        try {
            Files.write(whole, change.after().get());
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void makeFolder(Path folder, Deque<Undo> undone) throws IOException {
        Path parent = folder.getParent();
        if (Files.isDirectory(folder) || parent == null) {
            return;
        }
        makeFolder(parent, undone);
        Files.createDirectory(folder);
        undone.push(() -> Files.deleteIfExists(folder));
    }
}
