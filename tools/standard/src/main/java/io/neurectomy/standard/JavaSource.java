package io.neurectomy.standard;

import java.util.List;
import java.util.Optional;

/**
 * What the text of a Java file says by itself; nothing is resolved, so a name is only what is written.
 *
 * @param path path relative to the repository's folder
 * @param packageName the package, empty for the unnamed one
 * @param javadoc the Javadoc of the package or module, empty if the file describes none
 * @param annotations the annotations of the package or module
 * @param module what the file declares if it is a {@code module-info.java}
 * @param imports its imports in their order
 * @param types its types, nested ones included, in their order
 * @param marks lines that rules ask about, in their order
 * @param generated whether the file says that a tool wrote it
 * @param problem why nothing else is known of the file, empty if it could be parsed
 */
public record JavaSource(
        String path,
        String packageName,
        String javadoc,
        List<JavaAnnotation> annotations,
        Optional<JavaModule> module,
        List<JavaImport> imports,
        List<JavaType> types,
        List<JavaMark> marks,
        boolean generated,
        Optional<String> problem) {
    /**
     * Copies the lists.
     *
     * @param path path relative to the repository's folder
     * @param packageName the package
     * @param javadoc the Javadoc of the package or module
     * @param annotations the annotations of the package or module
     * @param module what a {@code module-info.java} declares
     * @param imports its imports
     * @param types its types
     * @param marks lines that rules ask about
     * @param generated whether a tool wrote it
     * @param problem why nothing else is known
     */
    public JavaSource {
        annotations = List.copyOf(annotations);
        imports = List.copyOf(imports);
        types = List.copyOf(types);
        marks = List.copyOf(marks);
    }

    /**
     * Creates what is known of a file that could not be parsed.
     *
     * @param path path relative to the repository's folder
     * @param problem the reason, one sentence without a period at its end
     * @return a source without facts
     */
    public static JavaSource unknown(String path, String problem) {
        return new JavaSource(
                path,
                "",
                "",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of(problem));
    }

    /**
     * Tells whether the file has a name.
     *
     * @param name a file name such as {@code package-info.java}
     * @return true if the path ends with it
     */
    public boolean isNamed(String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /**
     * Returns the place of a line of this file.
     *
     * @param line line, counted from 1
     * @return the place
     */
    public Place at(int line) {
        return new Place(path, line);
    }
}
