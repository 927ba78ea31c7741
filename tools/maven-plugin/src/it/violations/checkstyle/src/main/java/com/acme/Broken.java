package com.acme;

import java.util.Map;

/** Breaks the rules. */
public final class Broken {

    /**
     * Prints.
     *
     * @param all what to print
     * @return the number of entries
     */
    public int Print_all(Map<String, Object> all) {
        System.out.println(all);
        return all.size();
    }
}
