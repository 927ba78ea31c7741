package app;

/** Holds constants. */
public final class Constants {
    static final int limit = 1;
    static final String Name_ONE = "a";

    private Constants() {}

    enum State {
        running,
        Stopped
    }
}
