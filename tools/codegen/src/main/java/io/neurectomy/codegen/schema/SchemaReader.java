package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Schemas and resolves every reference: draft-04, 06, 07, 2019-09 and 2020-12, by {@code $schema}.
 *
 * <p>What may be read are the files that are named, files below the given folders, and the given texts. A reference finds a
 * schema by its {@code $id}, by the place of its file, or in one of the official meta-schemas, which this library has;
 * nothing is ever fetched.
 */
public final class SchemaReader {

    private final List<Path> folders;
    private final Map<String, String> texts;

    private SchemaReader(List<Path> folders, Map<String, String> texts) {
        this.folders = folders;
        this.texts = texts;
    }

    /**
     * What came of reading.
     *
     * @param graph every schema that is reached; to be used only if no finding is an error
     * @param findings all that is wrong, each once, in the order of discovery
     */
    public record Resolved(SchemaGraph graph, List<Finding> findings) {

        /**
         * Copies the list.
         *
         * @param graph every schema that is reached
         * @param findings what is wrong, in order
         */
        public Resolved {
            findings = List.copyOf(findings);
        }

        /**
         * Returns whether the graph is what the schemas say.
         *
         * @return whether no finding is an error
         */
        public boolean isUsable() {
            return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /**
     * Returns a reader that may read every file below some folders; they can be folders of an archive that was opened as a
     * file system.
     *
     * @param folders the folders; none if there are only texts
     * @return the reader
     */
    public static SchemaReader below(List<Path> folders) {
        return new SchemaReader(List.copyOf(folders), Map.of());
    }

    /**
     * Reads a file whose references may lead to the files below its folder.
     *
     * @param file the file, whose root is the root of the graph
     * @return the graph and what is wrong
     */
    public static Resolved read(Path file) {
        return read(file, "");
    }

    /**
     * Reads one schema of a file whose references may lead to the files below its folder.
     *
     * @param file the file
     * @param fragment the root of the graph: empty for that of the file, a pointer such as {@code /$defs/Agent}, or an anchor
     * @return the graph and what is wrong
     */
    public static Resolved read(Path file, String fragment) {
        return new SchemaReader(List.of(), Map.of()).readFile(file, fragment);
    }

    /**
     * Returns a reader that knows one text more.
     *
     * @param uri the absolute URI it would be retrieved from
     * @param json the text
     * @return the reader
     */
    public SchemaReader with(String uri, String json) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(UriReference.of(uri).resource(), json);
        return new SchemaReader(folders, more);
    }

    /**
     * Reads one schema of a file.
     *
     * @param file the file; it need not be below the folders
     * @param fragment the root of the graph: empty for that of the file, a pointer such as {@code /$defs/Agent}, or an anchor
     * @return the graph and what is wrong
     */
    public Resolved readFile(Path file, String fragment) {
        Reading reading = new Reading();
        UriReference uri = reading.file(file);
        return reading.one(uri.resolve(UriReference.of("#" + UriReference.encode(fragment))), file.toString());
    }

    /**
     * Reads one schema of a text.
     *
     * @param uri the URI of a text, of a meta-schema or of an {@code $id} below the folders; may have a fragment
     * @return the graph and what is wrong
     */
    public Resolved readText(String uri) {
        return new Reading().one(UriReference.of(uri), uri);
    }

    /**
     * Reads everything that some files define: the roots that assert anything, and each schema below {@code $defs} or
     * {@code definitions} of the roots.
     *
     * @param files the files; they need not be below the folders
     * @return the graph, whose {@link SchemaGraph#definitions()} are in the order of the files and their texts, and what is
     *     wrong
     */
    public Resolved readDefinitions(List<Path> files) {
        Reading reading = new Reading();
        List<UriReference> uris = files.stream().map(reading::file).toList();
        List<SchemaId> definitions = new ArrayList<>();
        for (int i = 0; i < uris.size(); i++) {
            Node root = reading.node(uris.get(i), files.get(i).toString());
            if (root != null) {
                reading.definitions(root, definitions);
            }
        }
        return reading.finish(definitions, files.isEmpty() ? "" : files.get(0).toString());
    }

    private final class Reading {
        private final Set<Finding> findings = new LinkedHashSet<>();
        private final SchemaFiles files = new SchemaFiles(texts, findings::add);
        private final Resources resources = new Resources(files, findings::add);
        private final GraphBuilder builder = new GraphBuilder(resources, findings::add);

        Reading() {
            folders.forEach(folder -> files.addFolder(folder, true));
        }

        UriReference file(Path file) {
            Path folder = file.getParent();
            if (folders.isEmpty()) {
                files.addFolder(folder == null ? file.getFileSystem().getPath("") : folder, false);
            }
            return files.addFile(file);
        }

        @Nullable
        Node node(UriReference uri, String name) {
            int before = findings.size();
            Resources.Target target = resources.find(uri);
            Node node = target.node();
            if (node == null && findings.size() == before) {
                findings.add(new Finding(
                        "unreadable-schema",
                        Severity.ERROR,
                        new Location(name, 1, 1, ""),
                        "the schema can't be read: " + target.reason() + ". Name a file, and a schema in it."));
            }
            return node;
        }

        Resolved one(UriReference uri, String name) {
            Node node = node(uri, name);
            return finish(node == null ? List.of() : List.of(builder.root(node)), name);
        }

        void definitions(Node root, List<SchemaId> definitions) {
            SchemaId id = builder.root(root);
            builder.build();
            if (!builder.build().get(id.number()).assertions().isEmpty()) {
                definitions.add(id);
            }
            if (root.value() instanceof Json.Obj object) {
                for (String keyword : List.of("$defs", "definitions")) {
                    if (object.members().get(keyword) instanceof Json.Obj named) {
                        named.members()
                                .values()
                                .forEach(
                                        value -> definitions.add(builder.root(resources.node(value, root.resource()))));
                    }
                }
            }
        }

        Resolved finish(List<SchemaId> definitions, String name) {
            SchemaId root = definitions.isEmpty() ? builder.anything(new Location(name, 1, 1, "")) : definitions.get(0);
            List<Schema> schemas = ReferenceCycles.cut(builder.build(), findings::add);
            SchemaGraph graph = new SchemaGraph(root, schemas, definitions.isEmpty() ? List.of(root) : definitions);
            SchemaGraph joined = builder.hasScopes() ? Duplicates.join(graph) : graph;
            Satisfiability.check(joined, findings::add);
            return new Resolved(joined, List.copyOf(findings));
        }
    }
}
