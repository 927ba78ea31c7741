package app;

/** Is a type; a helper process is a thing of its own. */
public interface HelperProcess {}
