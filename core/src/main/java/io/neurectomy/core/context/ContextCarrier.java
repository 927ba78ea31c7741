package io.neurectomy.core.context;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the {@link RequestContext} of one thread to others, platform and virtual alike.
 *
 * <p>A carrier holds the context that was open when it was made. What it wraps runs in that context, or without any if
 * there was none, and leaves no trace in the thread that runs it.
 *
 * <p>With a {@link java.util.concurrent.CompletableFuture}, pass {@link #executor(Executor)} to its {@code …Async}
 * methods: they run in the carrier's context, whichever thread completes the stage before. The methods without
 * {@code Async} run in the thread that completes it, or in the caller's, so their functions must be wrapped.
 */
public final class ContextCarrier {

    private final @Nullable RequestContext context;

    private ContextCarrier(@Nullable RequestContext context) {
        this.context = context;
    }

    /**
     * Takes the context of this thread.
     *
     * @return a carrier of it, immutable
     */
    public static ContextCarrier capture() {
        return new ContextCarrier(Scope.innermost());
    }

    /**
     * Wraps an executor for tasks of many contexts.
     *
     * @param executor runs the tasks
     * @return an executor whose tasks run in the context of the thread that hands them in
     */
    public static Executor carryingExecutor(Executor executor) {
        return task -> executor.execute(capture().runnable(task));
    }

    /**
     * Wraps an executor service for tasks of many contexts.
     *
     * @param executor runs the tasks, such as one of virtual threads
     * @return a service whose tasks run in the context of the thread that hands them in; its life is that of the one given
     */
    public static ExecutorService carryingExecutor(ExecutorService executor) {
        return new CarryingExecutorService(executor);
    }

    /**
     * Wraps an executor for tasks of this context.
     *
     * @param executor runs the tasks
     * @return an executor whose tasks run in the carrier's context, whoever hands them in
     */
    public Executor executor(Executor executor) {
        return task -> executor.execute(runnable(task));
    }

    /**
     * Wraps a task.
     *
     * @param task the task
     * @return the task in the carrier's context
     */
    public Runnable runnable(Runnable task) {
        return () -> {
            Scope scope = Scope.open(context);
            try {
                task.run();
            } finally {
                scope.close();
            }
        };
    }

    /**
     * Wraps a task with a result.
     *
     * @param task the task
     * @param <T> the type of the result
     * @return the task in the carrier's context
     */
    public <T extends @Nullable Object> Callable<T> callable(Callable<T> task) {
        return () -> {
            Scope scope = Scope.open(context);
            try {
                return task.call();
            } finally {
                scope.close();
            }
        };
    }

    /**
     * Wraps a supplier.
     *
     * @param supplier the supplier
     * @param <T> the type of the result
     * @return the supplier in the carrier's context
     */
    public <T extends @Nullable Object> Supplier<T> supplier(Supplier<T> supplier) {
        return () -> {
            Scope scope = Scope.open(context);
            try {
                return supplier.get();
            } finally {
                scope.close();
            }
        };
    }

    /**
     * Wraps a function, as for {@code thenApply}.
     *
     * @param function the function
     * @param <T> the type of the argument
     * @param <R> the type of the result
     * @return the function in the carrier's context
     */
    public <T extends @Nullable Object, R extends @Nullable Object> Function<T, R> function(Function<T, R> function) {
        return argument -> supplier(() -> function.apply(argument)).get();
    }

    /**
     * Wraps a function of two arguments, as for {@code handle}.
     *
     * @param function the function
     * @param <T> the type of the first argument
     * @param <U> the type of the second argument
     * @param <R> the type of the result
     * @return the function in the carrier's context
     */
    public <T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
            BiFunction<T, U, R> biFunction(BiFunction<T, U, R> function) {
        return (first, second) -> supplier(() -> function.apply(first, second)).get();
    }

    /**
     * Wraps a consumer, as for {@code thenAccept}.
     *
     * @param consumer the consumer
     * @param <T> the type of the argument
     * @return the consumer in the carrier's context
     */
    public <T extends @Nullable Object> Consumer<T> consumer(Consumer<T> consumer) {
        return argument -> runnable(() -> consumer.accept(argument)).run();
    }

    /**
     * Wraps a consumer of two arguments, as for {@code whenComplete}.
     *
     * @param consumer the consumer
     * @param <T> the type of the first argument
     * @param <U> the type of the second argument
     * @return the consumer in the carrier's context
     */
    public <T extends @Nullable Object, U extends @Nullable Object> BiConsumer<T, U> biConsumer(
            BiConsumer<T, U> consumer) {
        return (first, second) -> runnable(() -> consumer.accept(first, second)).run();
    }
}
