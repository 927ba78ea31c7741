package com.acme;

import java.util.List;

final class Broken {

    private Broken() {}

    static int size(Object list) {
        List all = (List) list;
        return all.size();
    }
}
