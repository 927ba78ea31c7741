package app;

import org.testcontainers.shaded.com.google.common.collect.ImmutableList;

/** Imports. */
public interface Shaded extends ImmutableList<String> {}
