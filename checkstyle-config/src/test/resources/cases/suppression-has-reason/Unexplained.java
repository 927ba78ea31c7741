package app;

import java.util.List;

/** Suppresses. */
@SuppressWarnings("all")
public final class Unexplained {
    private Unexplained() {}

    // This comment belongs to another line.

    @SuppressWarnings("unchecked")
    static <T> List<T> cast(List<?> list) {
        return (List<T>) list;
    }

    int left = 1; // the left one
    @java.lang.SuppressWarnings({"unused", "suppression-has-reason"})
    private int right = 2;

    @SuppressWarnings("unused") //
    private int last = 3;

    /** Documents, but gives no reason. */
    @SuppressWarnings("unused")
    private int documented = 4;
}
