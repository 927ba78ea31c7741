package app;

/** Is a type. */
public interface Agent {}
