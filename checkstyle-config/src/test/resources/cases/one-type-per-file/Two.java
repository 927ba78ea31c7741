package app;

/** Is a type. */
public interface Two {}

class Second {}
