package com.example;

class BTest extends Base {
    @Test
    void inherits() {
        "a".trim();
    }
}
