package io.neurectomy.standard;

/** One of the eight architectural issues that the standard answers; a rule names those that its findings are signs of. */
public enum Issue {
    /** Modules are built, packaged and published in different ways. */
    A1("inconsistent build outputs"),
    /** What all modules share is configured in each of them, or nowhere. */
    A2("missing shared configuration"),
    /** Versions and scopes of dependencies are declared in different ways. */
    A3("inconsistent dependency declarations"),
    /** Code that no test runs, tests that prove nothing. */
    A4("test coverage gaps"),
    /** The same type is written by hand in more than one place. */
    A5("cross-service type sharing gap"),
    /** A module, package or decision that no document explains. */
    A6("missing documentation"),
    /** An interface changes without a version that says so. */
    A7("no API versioning strategy"),
    /** State changes without an event that tells of it. */
    A8("no event sourcing for state");

    private final String title;

    Issue(String title) {
        this.title = title;
    }

    /**
     * Returns the name for readers.
     *
     * @return words, lower-case but for abbreviations
     */
    public String title() {
        return title;
    }
}
