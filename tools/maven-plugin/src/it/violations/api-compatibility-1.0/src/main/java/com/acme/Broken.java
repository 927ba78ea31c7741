package com.acme;

/** Has a name. */
public final class Broken {

    /** Creates one. */
    public Broken() {}

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String name() {
        return "broken";
    }

    /**
     * Returns the old name.
     *
     * @return the name
     */
    public String oldName() {
        return name();
    }
}
