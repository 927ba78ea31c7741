package com.example;

/** A. */
@Deprecated
public class A {
    /**
     * Returns a.
     *
     * @deprecated use b
     */
    @Deprecated
    public int a() {
        return 1;
    }

    /** Returns b. */
    @Deprecated(since = "1.2")
    protected int b() {
        return 1;
    }
}
