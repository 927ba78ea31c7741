package app;

/** Catches. */
public final class Explained {
    private Explained() {}

    static void run(Runnable task) {
        try {
            task.run();
        } catch (IllegalStateException e) {
            // The task was stopped before it began: nothing is left to undo.
        }
    }
}
