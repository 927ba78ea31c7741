package app;

/** Branches. */
public final class Braced {
    private Braced() {}

    static int sum(int n) {
        if (n < 0) {
            return 0;
        } else if (n == 0) {
            return 1;
        }
        return switch (n) {
            case 1 -> 1;
            default -> n;
        };
    }
}
