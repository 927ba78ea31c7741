package app;

/** Holds variables. */
public final class Several {
    private int left, right;

    private Several() {}

    int sum() {
        int one = left; int two = right;
        return one + two;
    }
}
