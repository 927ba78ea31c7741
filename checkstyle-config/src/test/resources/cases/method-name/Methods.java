package app;

/** Holds methods. */
public class Methods {
    void Start() {}

    void stop_all() {}

    void Methods() {}
}
