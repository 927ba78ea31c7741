package io.neurectomy.codegen;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of changed files in some folders, until it is closed or its thread interrupted. */
public final class Watch implements AutoCloseable {

    private final WatchService service;
    private final Duration quiet;

    /**
     * Begins to watch.
     *
     * @param folders the folders, each with all those below it
     * @param quiet how long nothing must change before a change is told: an editor writes a file in several steps
     * @throws IOException if a folder can't be watched
     */
    public Watch(List<Path> folders, Duration quiet) throws IOException {
        this.service = folders.get(0).getFileSystem().newWatchService();
        this.quiet = quiet;
        for (Path folder : folders) {
            register(folder);
        }
    }

    /**
     * Waits for changes and tells each, on this thread.
     *
     * @param changed gets the files that changed together
     * @throws IOException if a new folder can't be watched
     */
    public void run(Consumer<Set<Path>> changed) throws IOException {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Set<Path> files = new LinkedHashSet<>();
                WatchKey key = service.take();
                while (key != null) {
                    note(key, files);
                    key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
                }
                if (!files.isEmpty()) {
                    changed.accept(files);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            // It was asked to end.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void note(WatchKey key, Set<Path> files) throws IOException {
        if (key.watchable() instanceof Path folder) {
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.context() instanceof Path name) {
                    note(folder.resolve(name), files);
                }
            }
        }
        key.reset();
    }

    private void note(@Nullable Path path, Set<Path> files) throws IOException {
        if (path == null) {
            return;
        }
        if (Files.isDirectory(path)) {
            register(path);
        } else {
            files.add(path);
        }
    }

    private void register(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path one : below.filter(Files::isDirectory).toList()) {
                one.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }
}
