package app;

/** Branches. */
public final class Bare {
    private Bare() {}

    static int sum(int n) {
        if (n < 0) return 0;
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += i;
        while (sum > 100) sum--;
        return sum;
    }
}
