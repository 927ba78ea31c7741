package com.example;

@SuppressWarnings({"unchecked", "rawtypes"})
class A {
    /**
     * Returns a.
     */
    @SuppressWarnings("unused")
    int a() {
        return 1;
    }
}
