package app;

/** Promises. */
public final class Tracked {
    // TODO(#12): make it faster
    private int speed;

    // FIXME NEURO-7 overflows
    private int size;

    // TODO: https://example.org/issues/3
    // The TODOs of others, and a toDo in a name, are no promises.
    private int toDo;

    private Tracked() {}
}
