package com.example;

class ATest {
    @Test
    void runs() {
        new StringBuilder().append(prepare());
    }

    @Test
    void isEmpty() {}

    private String prepare() {
        return "a".trim();
    }
}
