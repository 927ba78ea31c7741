package com.example;

class Harness {
    void run(String a) {
        assertThat(a).isNotEmpty();
    }
}
