package io.neurectomy.codegen.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what is one schema after all: a schema that was reached in several dynamic scopes, and by whose dynamic references
 * the scopes differ nowhere. Without this a document would get two types for one definition.
 */
final class Duplicates {

    private Duplicates() {}

    static SchemaGraph join(SchemaGraph graph) {
        List<Schema> schemas = graph.schemas();
        int[] classes = new int[schemas.size()];
        int count = number(schemas, classes, false);
        if (count == schemas.size()) {
            return graph;
        }
        // Schemas of one place are taken for equal until something they lead to differs.
        int before = 0;
        while (count != before) {
            before = count;
            count = number(schemas, classes, true);
        }
        return count == schemas.size() ? graph : renumbered(graph, classes);
    }

    private static int number(List<Schema> schemas, int[] classes, boolean refine) {
        Map<Object, Integer> known = new HashMap<>();
        int[] next = new int[classes.length];
        for (int i = 0; i < next.length; i++) {
            Schema schema = schemas.get(i);
            Object signature = refine
                    ? signature(schema, classes[i], classes)
                    : List.of(
                            schema.location(),
                            schema.assertions().stream().map(Object::getClass).toList());
            next[i] = known.computeIfAbsent(signature, ignored -> known.size());
        }
        System.arraycopy(next, 0, classes, 0, next.length);
        return known.size();
    }

    private static List<Integer> signature(Schema schema, int own, int[] classes) {
        List<Integer> signature = new ArrayList<>();
        signature.add(own);
        for (Assertion assertion : schema.assertions()) {
            Edges.all(assertion).forEach(target -> signature.add(classes[target.number()]));
        }
        return signature;
    }

    /** Keeps the first schema of each class and numbers them in the order of discovery from the definitions. */
    private static SchemaGraph renumbered(SchemaGraph graph, int[] classes) {
        int[] first = new int[classes.length];
        Arrays.fill(first, -1);
        for (int i = 0; i < classes.length; i++) {
            if (first[classes[i]] < 0) {
                first[classes[i]] = i;
            }
        }
        List<Integer> kept = new ArrayList<>();
        Map<Integer, SchemaId> names = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        graph.definitions().forEach(id -> open.add(classes[id.number()]));
        while (!open.isEmpty()) {
            int one = open.removeFirst();
            if (seen.add(one)) {
                names.put(one, new SchemaId(kept.size()));
                kept.add(first[one]);
                for (Assertion assertion : graph.schemas().get(first[one]).assertions()) {
                    Edges.all(assertion).forEach(target -> open.add(classes[target.number()]));
                }
            }
        }
        List<Schema> renamed = new ArrayList<>();
        for (int number : kept) {
            Schema schema = graph.schemas().get(number);
            List<Assertion> assertions = schema.assertions().stream()
                    .map(assertion -> Edges.rename(assertion, id -> rename(id, classes, names)))
                    .toList();
            renamed.add(new Schema(
                    rename(schema.id(), classes, names),
                    schema.location(),
                    schema.key(),
                    schema.definition(),
                    assertions,
                    schema.annotations()));
        }
        return new SchemaGraph(
                rename(graph.root(), classes, names),
                renamed,
                graph.definitions().stream()
                        .map(id -> rename(id, classes, names))
                        .distinct()
                        .toList());
    }

    private static SchemaId rename(SchemaId id, int[] classes, Map<Integer, SchemaId> names) {
        SchemaId name = names.get(classes[id.number()]);
        if (name == null) {
            throw new IllegalStateException("schema " + id + " is named, but not reached from a definition");
        }
        return name;
    }
}
