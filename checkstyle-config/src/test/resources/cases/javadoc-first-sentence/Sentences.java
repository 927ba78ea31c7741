package app;

/** Holds sentences */
public class Sentences {
    /** A limit */
    public static final int LIMIT = 1;

    /**
     * Starts the agent
     *
     * @param name the name
     */
    protected void start(String name) {}

    /** */
    public void stop() {}

    /** @return the name */
    @Deprecated
    public String name() {
        return "name";
    }

    /** Is a state */
    public enum State {
        /** It runs */
        RUNNING,
        /** It stopped. */
        STOPPED
    }

    /**
     * Is a marker: {@code a.b}
     */
    public @interface Marker {
        /**
         * Is a value
         *
         * @return the value
         */
        int value();
    }
}
