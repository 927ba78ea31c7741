package app;

/** Holds commands. */
public class Commands {
    /** Get the name. */
    public void name() {}

    /**
     * Return a copy of it.
     */
    public void copy() {}
}
