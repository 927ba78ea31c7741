package app;

/** Throws. */
public class Documented {
    /**
     * Starts it.
     *
     * @throws IllegalStateException if it runs already
     */
    public void start() {
        throw new IllegalStateException("running");
    }

    /** Reaches what can't be reached. */
    public void stop() {
        throw new AssertionError("unreachable");
    }

    /** Handles its own exception. */
    public void handle() {
        try {
            throw new IllegalStateException("caught");
        } catch (IllegalStateException e) {
            start();
        }
    }

    /** Passes on a task. */
    public void pass() {
        Runnable task = () -> {
            throw new IllegalStateException("in the task");
        };
        task.run();
    }

    /** Stays private. */
    void hidden() {
        throw new IllegalStateException("hidden");
    }
}
