package app;

/** Holds types. */
public final class Types {
    private Types() {}

    static class lowerClass {}

    interface Snake_Case {}

    enum e {}

    record pair(int left, int right) {}

    @interface marker {}
}
