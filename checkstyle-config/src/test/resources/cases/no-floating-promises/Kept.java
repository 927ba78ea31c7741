package app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Keeps. */
public final class Kept {
    private final ExecutorService pool;
    private final Form form;

    private Kept(ExecutorService pool, Form form) {
        this.pool = pool;
        this.form = form;
    }

    CompletionStage<Void> run(CompletionStage<String> stage, List<Future<?>> futures) {
        CompletableFuture.runAsync(this::work).join();
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> 1);
        answer.whenComplete((value, error) -> work());
        answer.thenAccept(value -> work()).exceptionally(error -> null);
        pool.execute(this::work);
        futures.add(pool.submit(this::work));
        form.submit(this::work);
        Supplier<CompletionStage<Void>> later = () -> stage.thenRun(this::work);
        return later.get().thenRun(this::work);
    }

    void shadowed() {
        Form pool = form;
        pool.submit(this::work);
    }

    private void work() {}

    interface Form {
        void submit(Runnable action);
    }
}
