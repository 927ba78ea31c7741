package com.acme;

final class Broken {

    String name() {
        return "broken";
    }
}
