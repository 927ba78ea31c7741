package io.neurectomy.standard;

/** One of the eight sides from which the standard looks at a repository. */
public enum Dimension {
    /** Boundaries of modules, direction of dependencies. */
    MODULARITY("modularity"),
    /** What the compiler can prove. */
    TYPE_SAFETY("type safety"),
    /** How the repository is built. */
    BUILD_SYSTEM("build system"),
    /** Tests and what they cover. */
    TESTING("testing"),
    /** What a reader is told. */
    DOCUMENTATION("documentation"),
    /** What an operator can see of the running system. */
    OBSERVABILITY("observability"),
    /** How interfaces and load may grow. */
    SCALABILITY("scalability"),
    /** How a contributor gets from a clone to a change. */
    DEVELOPER_EXPERIENCE("developer experience");

    private final String title;

    Dimension(String title) {
        this.title = title;
    }

    /**
     * Returns the name for readers.
     *
     * @return lower-case words
     */
    public String title() {
        return title;
    }
}
