package com.acme;

final class Broken {

    private Broken() {}

    static String name() {
        return null;
    }
}
