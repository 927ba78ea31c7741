package app;

/** Holds methods. */
public class OverridesAForeignName extends Foreign {
    @Override
    void get_state() {}

    void toX509() {}
}
