package app;

/**
 * Holds prose, and an example of its use.
 *
 * <pre>{@code
 * int sum = Prose.sum(2);
 * }</pre>
 */
public final class Prose {
    private Prose() {}

    static int sum(int n) {
        // The caller has checked n;
        // return early there, not here;
        // for the reason see sum(int);
        // a = b is the invariant
        // throw away what was read;
        /* package private: the tests call it; */
        return n; // never negative
    }
}
