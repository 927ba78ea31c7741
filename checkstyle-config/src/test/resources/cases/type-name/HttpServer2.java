package app;

/** Holds types. */
public final class HttpServer2 {
    private HttpServer2() {}

    record Pair(int left, int right) {}

    enum E {}
}
