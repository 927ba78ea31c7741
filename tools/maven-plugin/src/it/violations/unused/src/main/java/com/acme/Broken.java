package com.acme;

final class Broken {
    private final String name = "unused";
}
