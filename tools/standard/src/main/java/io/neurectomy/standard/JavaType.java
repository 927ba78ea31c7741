package io.neurectomy.standard;

import java.util.List;
import java.util.Optional;

/**
 * A type that a Java file declares.
 *
 * @param name its name without the package, {@code Outer.Inner} if it is nested
 * @param kind what sort of type
 * @param visible whether it and all types around it are public or protected
 * @param javadoc its Javadoc, empty if there is none
 * @param annotations its annotations
 * @param line line of its declaration, counted from 1
 * @param extending whether it names a class that it extends
 * @param members names of its record components, constants and fields that are not static, in their order
 * @param methods its methods and constructors; of main sources only those that are visible or annotated
 */
public record JavaType(
        String name,
        Kind kind,
        boolean visible,
        String javadoc,
        List<JavaAnnotation> annotations,
        int line,
        boolean extending,
        List<String> members,
        List<JavaMethod> methods) {
    /** The sorts of types. */
    public enum Kind {
        /** A class. */
        CLASS,
        /** An interface. */
        INTERFACE,
        /** An enum. */
        ENUM,
        /** A record. */
        RECORD,
        /** An annotation. */
        ANNOTATION
    }

    /**
     * Copies the lists.
     *
     * @param name its name without the package
     * @param kind what sort of type
     * @param visible whether it is public or protected
     * @param javadoc its Javadoc
     * @param annotations its annotations
     * @param line line of its declaration
     * @param extending whether it names a class that it extends
     * @param members names of its components, constants and fields
     * @param methods its methods
     */
    public JavaType {
        annotations = List.copyOf(annotations);
        members = List.copyOf(members);
        methods = List.copyOf(methods);
    }

    /**
     * Tells whether the type stands by itself in its file.
     *
     * @return true unless it is nested
     */
    public boolean isTopLevel() {
        return name.indexOf('.') < 0;
    }

    /**
     * Finds an annotation.
     *
     * @param simpleName its name without package
     * @return the annotation, empty if the type has none of that name
     */
    public Optional<JavaAnnotation> annotation(String simpleName) {
        return annotations.stream().filter(a -> a.name().equals(simpleName)).findFirst();
    }
}
