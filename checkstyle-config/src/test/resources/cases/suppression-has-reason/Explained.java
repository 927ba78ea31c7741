package app;

import java.util.List;

/** Suppresses. */
public final class Explained {
    private Explained() {}

    @SuppressWarnings("unchecked") // Every element was checked by the caller.
    static <T> List<T> cast(List<?> list) {
        return (List<T>) list;
    }

    // Read by reflection.
    @SuppressWarnings("unused")
    private int left = 1;

    @SuppressWarnings({
        "unused", // Read by reflection.
        "FieldCanBeLocal"
    })
    private int right = 2;

    /*
     * Read by reflection.
     */
    @SuppressWarnings("unused")
    private int last = 3;

    static void run() {
        @SuppressWarnings("variable-name") // The name of the register in the manual.
        int R_1 = 1;
    }
}
