package com.example;

/**
 * A.
 *
 * @deprecated use B
 */
@Deprecated(since = "2.0", forRemoval = true)
public class A {
    @Deprecated
    private int a() {
        return 1;
    }
}
