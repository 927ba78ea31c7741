package com.example;

@Immutable
public class A {
    public static class B {}
}
