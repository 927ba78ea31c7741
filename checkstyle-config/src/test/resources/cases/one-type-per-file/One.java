package app;

/** Is a type. */
public interface One {
    /** Is nested. */
    interface Second {}
}
