package app;

import com.google.common.collect.ImmutableList;

/** Imports. */
public interface Original extends ImmutableList<String> {}
