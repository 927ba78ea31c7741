package app;

/** Is documented. */
public class Documented {
    int hidden;

    private Documented() {}

    /** Is a state. */
    public enum State {
        /** It runs. */
        RUNNING
    }

    @Override
    public String toString() {
        return "agent";
    }

    private static class Hidden {
        public void run() {}
    }
}
