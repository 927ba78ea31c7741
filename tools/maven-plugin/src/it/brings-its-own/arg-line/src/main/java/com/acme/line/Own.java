package com.acme.line;

final class Own {

    private Own() {}

    static String argument() {
        return System.getProperty("own.argument", "lost");
    }
}
