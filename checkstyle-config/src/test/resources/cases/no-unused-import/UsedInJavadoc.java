package app;

import java.util.List;

/** Imports {@link List}. */
public interface UsedInJavadoc {}
