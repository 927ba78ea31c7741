package com.acme;

public final class Broken {

    Broken() {}

    public String name() {
        return "broken";
    }
}
