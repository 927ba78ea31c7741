package com.example;

class A {
    void a(Exception e, java.io.PrintStream out) {
        e.printStackTrace(out);
        // The JVM is about to end.
        System.err.println("a");
    }
}
