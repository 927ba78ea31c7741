package app;

/** Holds sentences: of one {@link String}, and {@code a.b}. More follows */
public class Complete {
    /** a limit that nobody outside sees */
    static final int LIMIT = 1;

    /** {@return the name of the agent} */
    public String name() {
        return "name";
    }

    /** {@inheritDoc} */
    @Override
    public String toString() {
        return name();
    }

    /** says nothing to others */
    private static final class Hidden {
        /** is hidden */
        public void run() {
            /** is no Javadoc */
            int local = 1;
        }
    }

    /**
     * Is it running?
     *
     * @return whether it is running
     */
    public boolean isRunning() {
        return true;
    }
}
