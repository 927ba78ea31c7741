package io.neurectomy.codegen;

import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import io.neurectomy.codegen.schema.SchemaReader;
import io.neurectomy.codegen.sdl.SdlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
     * @param schemas the files; several only where everything that they define is asked for
     * @param folders the folders that {@code $ref} may reach, apart from those of the files
     * @param language the language
     * @param root the name of the type that the whole document has, such as {@code Root}; empty if there is no such document:
     *     then every definition of the files is generated, and what it refers to
     * @param options how to name things
     */
    public record Request(
            List<Path> schemas, List<Path> folders, Language language, Optional<String> root, Backend.Options options) {

        /**
         * Copies the lists.
         *
         * @param schemas the files
         * @param folders the folders that {@code $ref} may reach
         * @param language the language
         * @param root the name of the root's type
         * @param options how to name things
         * @throws IllegalArgumentException if a name can't be one in every language, or if there is not one file for the one
         *     root; the message is a sentence
         */
        public Request {
            schemas = List.copyOf(schemas);
            folders = List.copyOf(folders);
            if (schemas.isEmpty() || (root.isPresent() && schemas.size() > 1)) {
                throw new IllegalArgumentException(schemas.size()
                        + " schemas can't be one document. Name one, or ask for everything that they define.");
            }
            if (!isPackage(options.packageName())) {
                throw new IllegalArgumentException("'" + options.packageName()
                        + "' is no package. Use words of lower-case letters and digits, separated by dots.");
            }
            if (root.isPresent() && !isTypeName(root.get())) {
                throw new IllegalArgumentException("'" + root.get()
                        + "' is no name of a type. Use letters and digits, an upper-case letter first.");
            }
        }

        /**
         * Returns what tells the output of this request from that of others in the same folder.
         *
         * @return such as {@code java-gen-Root}
         */
        public String id() {
            return language.id() + "-" + options.packageName()
                    + root.map(name -> "-" + name).orElse("");
        }
    }

    /**
     * What was generated.
     *
     * @param files the text of each file by its path below the output folder; empty if there are errors
     * @param findings errors, and what the language can't decide, in the order of the phases
     */
    public record Result(SortedMap<String, String> files, List<Finding> findings) {

        /**
         * Copies the list and the map.
         *
         * @param files the text of each file by its path
         * @param findings errors and warnings
         */
        public Result {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
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
        SchemaReader.Resolved read = read(request.schemas(), request.folders(), request.root());
        findings.addAll(read.findings());
        if (!read.isUsable()) {
            return new Result(new TreeMap<>(), findings);
        }
        Model model = model(request, read.graph());
        Output output = request.language().backend().emit(model, request.options());
        findings.addAll(output.findings());
        Result result = new Result(placed(request, model.root(), output.files()), findings);
        return result.failed() ? new Result(new TreeMap<>(), findings) : result;
    }

    /**
     * Reads a schema as {@link #generate} does.
     *
     * @param schemas the files: JSON Schema, or GraphQL SDL if the name ends with {@code .graphql} or {@code .graphqls}
     * @param folders the folders that {@code $ref} may reach, apart from those of the files
     * @param root the name of the root's type; empty for everything that the files define
     * @return the graph and what is wrong
     */
    public static SchemaReader.Resolved read(List<Path> schemas, List<Path> folders, Optional<String> root) {
        Path first = schemas.get(0);
        if (first.toString().endsWith(".graphql") || first.toString().endsWith(".graphqls")) {
            return SdlReader.readFile(first, root);
        }
        Set<Path> reachable = new LinkedHashSet<>();
        for (Path schema : schemas) {
            Path folder = schema.toAbsolutePath().normalize().getParent();
            if (folder != null) {
                reachable.add(folder);
            }
        }
        reachable.addAll(folders);
        SchemaReader reader = SchemaReader.below(List.copyOf(reachable));
        return root.isPresent() ? reader.readFile(first, "") : reader.readDefinitions(schemas);
    }

    private static Model model(Request request, SchemaGraph graph) {
        if (request.root().isPresent()) {
            return ModelBuilder.build(graph, request.root().get());
        }
        String key = graph.schema(graph.root()).key().replaceAll("[^A-Za-z0-9]", "");
        String first = key.isEmpty() ? "Root" : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        List<SchemaId> others = graph.definitions().stream()
                .filter(id -> !id.equals(graph.root()))
                .toList();
        return ModelBuilder.build(graph, isTypeName(first) ? first : "Root", others);
    }

    /**
     * Puts files where the tools of the language look. A back end knows nothing of folders, but javac wants a file to stand
     * where its package says; and it names its file by the root, but where there is none, the file is the whole library.
     */
    private static SortedMap<String, String> placed(Request request, String root, SortedMap<String, String> files) {
        SortedMap<String, String> placed = new TreeMap<>();
        String folder = request.options().packageName().replace('.', '/') + "/";
        files.forEach((name, text) -> {
            if (request.language() == Language.JAVA) {
                placed.put(name.endsWith(".java") ? folder + name : name, text);
            } else {
                placed.put(
                        request.root().isEmpty() && isNamedBy(root, name) ? library(request.language()) : name, text);
            }
        });
        return placed;
    }

    private static boolean isNamedBy(String root, String file) {
        String stem = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        return stem.replaceAll("[-_]", "").equalsIgnoreCase(root);
    }

    private static String library(Language language) {
        return switch (language) {
            case TYPESCRIPT -> "index.ts";
            case RUST -> "lib.rs";
            case PYTHON -> "__init__.py";
            case GRAPHQL -> "schema.graphql";
            case MARKDOWN -> "index.md";
            case JAVA -> throw new IllegalArgumentException("Java has a file for each type");
        };
    }
}
