package app;

/** Holds constants. */
public final class Conventional implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private static final System.Logger log = System.getLogger("app");
    private static final int MAX_RETRIES_2 = 3;

    private Conventional() {}

    enum State {
        RUNNING,
        NOT_STARTED
    }
}
