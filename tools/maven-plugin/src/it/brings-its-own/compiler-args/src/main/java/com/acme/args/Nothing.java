package com.acme.args;

final class Nothing {

    private Nothing() {}

    static String name() {
        return null;
    }
}
