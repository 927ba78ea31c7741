package app;

/** Holds remains. */
public final class Remains {
    private Remains() {}

    static int sum(int n) {
        // int old = n * 2;
        // log.info("sum {}", old);
        int sum = n;
        // return old;

        /*
         * if (n > 1) {
         *     sum++;
         * }
         */
        // if (n > 2) {
        //     sum--;
        // }
        // this.count += 2;
        return sum; // return sum + 1;
    }

    // private static final int MAX = 3;

    // public void stop() {
    //     throw new IllegalStateException("no");
    // }

    // import java.util.List;
}
