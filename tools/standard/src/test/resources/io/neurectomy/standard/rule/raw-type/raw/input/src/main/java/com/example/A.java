package com.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class A {
    private final List names = new ArrayList();

    Map<String, List> all(Object o) {
        return (Map) o;
    }
}
