package app;

import static java.lang.Math.max;

import java.util.List;

/** Imports. */
public interface Unused {}
