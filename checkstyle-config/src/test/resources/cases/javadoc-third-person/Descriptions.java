package app;

/** Holds descriptions. */
public class Descriptions {
    /** Gets the name. */
    public void name() {}

    /** Set of all names. */
    public void names() {}

    /** Read-only view of the names. */
    public void view() {}

    // Get the name first.
    /* Return a copy. */
    void copy() {}
}
