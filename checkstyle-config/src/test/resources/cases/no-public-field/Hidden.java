package app;

/** Holds fields. */
public class Hidden {
    /** Is a constant. */
    public static final int MAX = 1;

    private int size;
    int seen;

    /**
     * Is a carrier of data.
     *
     * @param x the first
     * @param y the second
     */
    public record Point(int x, int y) {}
}
