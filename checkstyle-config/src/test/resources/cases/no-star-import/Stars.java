package app;

import static java.lang.Math.*;

import java.util.*;

/** Imports. */
public interface Stars extends List<String> {
    /** Is a constant. */
    double E = max(1, 2);
}
