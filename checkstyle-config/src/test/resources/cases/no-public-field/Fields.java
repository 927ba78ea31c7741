package app;

/** Holds fields. */
public class Fields {
    /** Is public. */
    public int size;

    /** Is final, but can't be computed later. */
    public final int max = 1;

    /** Is protected. */
    protected String name = "";
}
