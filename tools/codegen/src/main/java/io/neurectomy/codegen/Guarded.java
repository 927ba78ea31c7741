package io.neurectomy.codegen;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a job so that nothing a schema does can take the process with it: on a stack deep enough for what is nested, for a
 * limited time, with every kind of failure turned into a sentence.
 */
public final class Guarded {

    /** Reserved, not used: a page of it costs nothing before it is touched. */
    private static final long STACK_BYTES = 512L << 20;

    private Guarded() {}

    /** A job that did not end well; its message is a sentence. */
    public static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message);
        }
    }

    /**
     * Runs a job.
     *
     * @param job what to do
     * @param limit how long it may take
     * @param <T> the type of its result
     * @return what the job returned
     * @throws FailedException if it did not end in time or failed in any way
     */
    public static <T> T run(Callable<T> job, Duration limit) throws FailedException {
        FutureTask<T> task = new FutureTask<>(job);
        Thread thread = new Thread(null, task, "generator", STACK_BYTES);
        // One that doesn't end must not keep the process alive.
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new FailedException(
                    "[timeout] not ready after " + limit.toSeconds() + " s. Simplify the schema, or allow more time.");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new FailedException("[interrupted] the run was ended from outside. Run it again.");
        } catch (ExecutionException e) {
            throw new FailedException(explain(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String explain(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "[too-deep] the schema is nested too deeply to be processed. Move nested schemas into $defs.";
        }
        if (cause instanceof OutOfMemoryError) {
            return "[out-of-memory] the schema needs more memory than there is. Give the process more by -Xmx.";
        }
        return "[internal-error] " + describe(cause)
                + " This is a mistake of the generator: report it with the schema.";
    }

    /**
     * Returns what an exception says.
     *
     * @param problem the exception
     * @return one sentence, never a stack trace
     */
    public static String describe(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        String message = problem.getMessage();
        String text = message == null || message.isBlank() ? name : name + ": " + message.strip();
        return text.lines().findFirst().orElse(name).replaceAll("\\.*$", ".");
    }
}
