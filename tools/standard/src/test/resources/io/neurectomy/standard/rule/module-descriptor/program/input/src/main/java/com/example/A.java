package com.example;

public class A {
    public static void main(String[] args) {}
}
