package com.example.core.internal;

public class A {
    public static class B {}
}
