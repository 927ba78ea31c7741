package com.acme;

final class A {
    String a = "grün";
}
