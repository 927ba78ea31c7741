package com.example;

class Console {
    @SuppressWarnings("no-console") // What a person reads.
    void print() {
        java.io.PrintStream console = System.err;
    }
}
