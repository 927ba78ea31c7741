package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that the reader's schema asks for and the writer's does not promise.
 *
 * @param rule the id of the rule
 * @param writer the schema that a value was written by
 * @param reader the schema that it is read by
 * @param keyword the keyword of the reader's schema, for its pointer
 * @param was what the writer's schema says
 * @param is what the reader's schema says
 * @param path the steps from the document to the value
 * @param kind the kind of value for which it is so
 * @param facts what holds for the value
 * @param needed what must hold for it to be read
 * @param values values that may break, if they are known already
 */
record Difference(
        String rule,
        SchemaId writer,
        SchemaId reader,
        String keyword,
        String was,
        String is,
        List<Step> path,
        Kind kind,
        Set<SchemaId> facts,
        SchemaId needed,
        List<Json> values) {

    /** Looks for a document that proves it; every one is checked before it is believed. */
    Optional<Json> document(Witnesses witnesses, MergedGraph graph) {
        witnesses.reset();
        List<Json> made = new ArrayList<>();
        for (Json value : values) {
            if (graph.isValid(facts, value)) {
                made.add(value);
            }
        }
        made.addAll(witnesses.values(kind, facts, Set.of(needed)));
        for (Json value : made) {
            if (graph.isMadeUp(needed) || !graph.isValid(needed, value)) {
                Optional<Json> document = around(witnesses, graph, value, path.size() - 1);
                if (document.isPresent()) {
                    return document;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Json> around(Witnesses witnesses, MergedGraph graph, Json value, int step) {
        if (step < 0) {
            return graph.isValid(graph.writer(), value) && !graph.isValid(graph.reader(), value)
                    ? Optional.of(value)
                    : Optional.empty();
        }
        for (Json wrapped : path.get(step).wrap(witnesses, value)) {
            Optional<Json> document = around(witnesses, graph, wrapped, step - 1);
            if (document.isPresent()) {
                return document;
            }
        }
        return Optional.empty();
    }
}
