package app.util;

/** Is a type. */
public interface InUtil {}
