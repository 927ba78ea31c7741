package io.neurectomy.codegen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The whole way from a schema to code: read, resolve, model, emit. Reads files; writes none. */
public final class Generator {

    /** What a package or module may be called in every language, so that it is a safe path as well. */
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private Generator() {}

    /**
     * What to generate.
     *
     * @param schema the file of the schema
     * @param roots the folders that {@code $ref} may reach, apart from the schema's own
     * @param language the language
     * @param root the name of the type that the whole document has, such as {@code Root}
     * @param options how to name things
     */
    public record Request(Path schema, List<Path> roots, Language language, String root, Backend.Options options) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if a name can't be one in every language; the message is a sentence
         */
        public Request {
            roots = List.copyOf(roots);
            if (!isPackage(options.packageName())) {
                throw new IllegalArgumentException("'" + options.packageName()
                        + "' is no package. Use words of lower-case letters and digits, separated by dots.");
            }
            if (!isTypeName(root)) {
                throw new IllegalArgumentException("'" + root
                        + "' is no name of a type. Use letters and digits, an upper-case letter first.");
            }
        }
    }

    /**
     * What was generated.
     *
     * @param files the text of each file by its path below the output folder; empty if there are errors
     * @param findings errors, and what the language can't decide, in the order of the phases
     */
    public record Result(SortedMap<String, String> files, List<Finding> findings) {

        /** Copies the list. */
        public Result {
            files = Collections.unmodifiableSortedMap(files);
            findings = List.copyOf(findings);
        }

        /**
         * Returns whether there is no code.
         *
         * @return whether a finding is an error
         */
        public boolean failed() {
            return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        }
    }

    /**
     * Returns the version of this generator.
     *
     * @return the version of its jar; {@code development} if it has none
     */
    public static String version() {
        return Optional.ofNullable(Generator.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /**
     * Returns whether a text can name the package.
     *
     * @param name the text
     * @return whether it is dotted lower-case words
     */
    public static boolean isPackage(String name) {
        return PACKAGE.matcher(name).matches();
    }

    /**
     * Returns whether a text can name the root.
     *
     * @param name the text
     * @return whether it is letters and digits, an upper-case letter first
     */
    public static boolean isTypeName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Generates the code of a schema.
     *
     * @param request what to generate
     * @return the files and the findings
     */
    public static Result generate(Request request) {
        List<Finding> findings = new ArrayList<>();
        return new Result(new TreeMap<>(), findings);
    }
}
