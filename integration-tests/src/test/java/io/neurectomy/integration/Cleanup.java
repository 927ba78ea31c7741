package io.neurectomy.integration;

import java.util.ArrayDeque;
import java.util.Deque;

/** Undoes what was set up, the last first, all of it even where one step fails. */
final class Cleanup implements AutoCloseable {
    private final Deque<AutoCloseable> steps = new ArrayDeque<>();

    /** Closes it too, later; returns it. */
    <T extends AutoCloseable> T closing(T resource) {
        steps.push(resource);
        return resource;
    }

    @Override
    public void close() {
        IllegalStateException failure = new IllegalStateException("not everything could be undone");
        while (!steps.isEmpty()) {
            try {
                steps.pop().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure.addSuppressed(e);
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
