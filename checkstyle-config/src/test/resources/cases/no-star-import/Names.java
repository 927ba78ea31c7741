package app;

import static java.lang.Math.max;

import java.util.List;

/** Imports. */
public interface Names extends List<String> {
    /** Is a constant. */
    double E = max(1, 2);
}
