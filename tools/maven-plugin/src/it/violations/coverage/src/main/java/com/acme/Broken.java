package com.acme;

final class Broken {

    String name(int number) {
        if (number > 0) {
            return "a";
        }
        if (number < 0) {
            return "b";
        }
        return "c";
    }
}
