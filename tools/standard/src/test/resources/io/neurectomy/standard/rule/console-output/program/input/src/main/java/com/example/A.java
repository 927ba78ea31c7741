package com.example;

public class A {
    public static void main(String[] args) {
        System.err.println("a");
    }
}
