package io.neurectomy.standard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A method or constructor of a Java file.
 *
 * @param name its name, {@code <init>} for a constructor
 * @param visible whether it is public or protected in a visible type
 * @param javadoc its Javadoc, empty if there is none
 * @param annotations its annotations
 * @param line line of its declaration, counted from 1
 * @param calls names of the methods it calls, with a leading period where the call names a receiver; only of tests
 * @param names names of types that it may refer to; only of tests
 * @param decides whether it throws or asserts by a statement of its own; only of tests
 */
public record JavaMethod(
        String name,
        boolean visible,
        String javadoc,
        List<JavaAnnotation> annotations,
        int line,
        Set<String> calls,
        Set<String> names,
        boolean decides) {
    /**
     * Copies the collections.
     *
     * @param name its name
     * @param visible whether it is public or protected
     * @param javadoc its Javadoc
     * @param annotations its annotations
     * @param line line of its declaration
     * @param calls names of the methods it calls
     * @param names names of types that it may refer to
     * @param decides whether it throws or asserts
     */
    public JavaMethod {
        annotations = List.copyOf(annotations);
        calls = Set.copyOf(calls);
        names = Set.copyOf(names);
    }

    /**
     * Adds names of types to those that the method may refer to.
     *
     * @param more names of types
     * @return the method with these names too
     */
    public JavaMethod naming(Set<String> more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(more);
        return new JavaMethod(name, visible, javadoc, annotations, line, calls, all, decides);
    }
}
