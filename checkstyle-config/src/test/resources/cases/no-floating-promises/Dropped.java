package app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Drops. */
public final class Dropped {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    private Dropped() {}

    void run(CompletionStage<String> stage, boolean now, java.util.concurrent.ForkJoinPool workers) {
        CompletableFuture.runAsync(this::work);
        java.util.concurrent.CompletableFuture.supplyAsync(() -> 1);
        stage.thenAccept(text -> work());
        stage.exceptionally(e -> "").thenApply(String::length);
        CompletableFuture.supplyAsync(() -> 1).thenCompose(n -> null);
        if (now) {
            pool.submit(this::work);
        }
        this.pool.submit(this::work);
        workers.submit(this::work);
        Executors.newSingleThreadExecutor().submit(this::work);
        Runnable task = () -> {
            CompletableFuture.allOf();
        };
        task.run();
        var scoped = Executors.newSingleThreadExecutor();
        scoped.submit(this::work);
        try (var inner = Executors.newWorkStealingPool()) {
            inner.submit(task);
        }
    }

    private void work() {}
}
