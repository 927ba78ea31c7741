package app;

/** Promises. */
public final class Promises {
    // TODO make it faster
    private int speed;

    /* FIXME: overflows (see below) */
    private int size;

    private Promises() {}
}
