package app;

/** Throws. */
public class Throwing {
    /** Starts it. */
    public void start() {
        throw new IllegalStateException("running");
    }

    /**
     * Stops it.
     *
     * @param name the name
     * @throws IllegalStateException if it is not running
     */
    protected void stop(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty");
        }
        throw new IllegalStateException("not running");
    }
}
