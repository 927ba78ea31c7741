package io.neurectomy.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder that generated files are written to. It remembers what each run wrote, in a hidden folder of its own, so that a
 * later run removes what it no longer writes and touches nothing else. A file is replaced in one step, so a reader, or a
 * second build at the same time, never sees half of one.
 */
public final class OutputFolder {

    private static final String MEMORY = ".neurectomy-codegen";

    private final Path folder;
    private final String run;

    /**
     * Names a folder, which need not exist.
     *
     * @param folder the folder
     * @param run what tells this run's files from those that other runs write into the same folder: letters, digits,
     *     {@code .}, {@code -} and {@code _}
     * @throws IllegalArgumentException if {@code run} is anything else, or begins with a dot
     */
    public OutputFolder(Path folder, String run) {
        if (!run.matches("[A-Za-z0-9._-]+") || run.startsWith(".")) {
            throw new IllegalArgumentException("not a name of a run: " + run);
        }
        this.folder = folder.toAbsolutePath().normalize();
        this.run = run;
    }

    /**
     * What was done to the folder.
     *
     * @param written the files that are new or have other content now
     * @param removed the files that were written by an earlier run and are no longer
     * @param unchanged how many files had the right content already
     */
    public record Change(List<String> written, List<String> removed, int unchanged) {

        /**
         * Copies the lists.
         *
         * @param written the files that are new or have other content now
         * @param removed the files that are gone
         * @param unchanged how many files had the right content already
         */
        public Change {
            written = List.copyOf(written);
            removed = List.copyOf(removed);
        }

        /**
         * Returns whether the folder is as it was.
         *
         * @return whether nothing was written or removed
         */
        public boolean isEmpty() {
            return written.isEmpty() && removed.isEmpty();
        }
    }

    /**
     * Makes the folder hold these files, and no others that an earlier run of the same name wrote.
     *
     * @param files the text of each file by its path, relative, with {@code /}
     * @return what was changed
     * @throws IOException if a file can't be written, or stands outside the folder; its message is a sentence
     */
    public Change write(SortedMap<String, String> files) throws IOException {
        for (String file : files.keySet()) {
            resolve(file);
        }
        refuseToShare(files);
        createDirectories(folder);
        List<String> written = new ArrayList<>();
        for (var file : files.entrySet()) {
            if (replace(resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8))) {
                written.add(file.getKey());
            }
        }
        List<String> removed = new ArrayList<>();
        for (String file : remembered(memory())) {
            if (!files.containsKey(file) && Files.deleteIfExists(resolve(file))) {
                removed.add(file);
                removeEmptyFolders(resolve(file).getParent());
            }
        }
        String list = String.join("\n", files.keySet()) + "\n";
        replace(memory(), list.getBytes(StandardCharsets.UTF_8));
        return new Change(written, removed, files.size() - written.size());
    }

    /**
     * Returns the files that the last run of this name wrote and that are still there.
     *
     * @return their texts by path
     * @throws IOException if one can't be read
     */
    public SortedMap<String, String> read() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String file : remembered(memory())) {
            Path path = resolve(file);
            if (Files.isRegularFile(path)) {
                files.put(file, Files.readString(path));
            }
        }
        return files;
    }

    private Path memory() {
        return folder.resolve(MEMORY).resolve(run + ".txt");
    }

    private static SortedSet<String> remembered(Path memory) throws IOException {
        return Files.isRegularFile(memory) ? new TreeSet<>(Files.readAllLines(memory)) : new TreeSet<>();
    }

    /** Two runs that take turns in overwriting each other's file would never come to rest, and one of them is broken. */
    private void refuseToShare(SortedMap<String, String> files) throws IOException {
        Path memories = folder.resolve(MEMORY);
        if (!Files.isDirectory(memories)) {
            return;
        }
        List<Path> others = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(memories, "*.txt")) {
            stream.forEach(others::add);
        }
        for (Path other : others) {
            if (other.equals(memory())) {
                continue;
            }
            for (String file : remembered(other)) {
                String text = files.get(file);
                if (text != null && differs(resolve(file), text.getBytes(StandardCharsets.UTF_8))) {
                    String owner = String.valueOf(other.getFileName()).replaceAll("\\.txt$", "");
                    throw new FileAlreadyExistsException(
                            resolve(file).toString(),
                            null,
                            "was written for " + owner + " with other content. Generate into another folder or package,"
                                    + " or delete " + other + " if that is no longer generated");
                }
            }
        }
    }

    private Path resolve(String file) throws IOException {
        try {
            Path path = folder.resolve(file).normalize();
            if (!file.isEmpty()
                    && file.indexOf('\\') < 0
                    && file.chars().noneMatch(c -> c < ' ')
                    && !Path.of(file).isAbsolute()
                    && path.startsWith(folder)
                    && !path.equals(folder)
                    && staysInside(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Falls through: a name that the file system can't hold is as bad as one that leads away.
        }
        throw new FileSystemException(file, null, "is no path below the output folder");
    }

    /** A symbolic link below the folder may lead out of it. */
    private boolean staysInside(Path path) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        Path existing = path.getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && existing.toRealPath().startsWith(folder.toRealPath());
    }

    private static boolean differs(Path path, byte[] content) throws IOException {
        return !Files.isRegularFile(path)
                || Files.size(path) != content.length
                || !Arrays.equals(Files.readAllBytes(path), content);
    }

    private static boolean replace(Path path, byte[] content) throws IOException {
        if (!differs(path, content)) {
            return false;
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a folder");
        }
        Path parent = path.getParent();
        if (parent == null) {
            throw new FileSystemException(path.toString(), null, "is no path of a file");
        }
        createDirectories(parent);
        // Not createTempFile: its files can be read by their owner alone.
        Path temporary = parent.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return true;
    }

    private static void move(Path temporary, Path path) throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void createDirectories(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new FileSystemException(directory.toString(), null, "is a file and no folder");
        }
    }

    private void removeEmptyFolders(@Nullable Path from) throws IOException {
        for (Path path = from; path != null && !path.equals(folder); path = path.getParent()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                if (entries.iterator().hasNext()) {
                    return;
                }
            }
            Files.deleteIfExists(path);
        }
    }
}
