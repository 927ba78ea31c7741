package app;

/** Holds variables. */
public final class Single {
    private int left;
    private int right;

    private Single() {}

    int sum() {
        int sum = 0;
        for (int i = left, n = right; i < n; i++) {
            sum += i;
        }
        return sum;
    }
}
