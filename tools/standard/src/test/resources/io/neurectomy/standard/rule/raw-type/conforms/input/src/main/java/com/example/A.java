package com.example;

import com.example.other.Map;
import java.util.ArrayList;
import java.util.List;

class A {
    private final List<String> names = new ArrayList<>();
    private final List<?>[] table = new List[3];
    private Map own;
    // The old protocol hands out whatever it has.
    private List legacy;

    boolean isList(Object o) {
        return o instanceof List && List.class.isInstance(o);
    }
}
