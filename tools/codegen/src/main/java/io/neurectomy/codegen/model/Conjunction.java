package io.neurectomy.codegen.model;

import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Schemas that all hold of one value, references and {@code allOf} followed: whoever asks for the type of a {@code $ref}
 * with siblings, of an {@code allOf} or of a property that two schemas describe asks for the type of a conjunction.
 *
 * @param schemas those that assert something themselves
 * @param settled assertions that the caller has dealt with, such as the {@code oneOf} whose branch is among the schemas;
 *     they stay settled however their schema is reached, or a branch that refers back to its base would never end. Only
 *     those of schemas that are reached, so that the same type asked for from two places is one type
 */
record Conjunction(SortedSet<SchemaId> schemas, Set<Stated> settled) {

    /**
     * An assertion and where it stands.
     *
     * @param schema the schema that states it
     * @param assertion what it states
     */
    record Stated(SchemaId schema, Assertion assertion) {}

    static Conjunction of(SchemaGraph graph, Collection<SchemaId> starts, Set<Stated> settled) {
        SortedSet<SchemaId> schemas = new TreeSet<>();
        Set<SchemaId> seen = new HashSet<>();
        Deque<SchemaId> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            SchemaId id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            for (Assertion assertion : graph.schema(id).assertions()) {
                if (assertion instanceof Assertion.Reference reference) {
                    open.push(reference.schema());
                } else if (assertion instanceof Assertion.AllOf all) {
                    all.schemas().forEach(open::push);
                } else if (!settled.contains(new Stated(id, assertion))) {
                    schemas.add(id);
                }
            }
        }
        Set<Stated> near = new HashSet<>(settled);
        near.removeIf(stated -> !seen.contains(stated.schema()));
        return new Conjunction(schemas, near);
    }

    /** Returns what is asserted, but for what is settled. */
    List<Stated> stated(SchemaGraph graph) {
        List<Stated> all = new ArrayList<>();
        for (SchemaId id : schemas) {
            for (Assertion assertion : graph.schema(id).assertions()) {
                Stated stated = new Stated(id, assertion);
                if (!(assertion instanceof Assertion.Reference)
                        && !(assertion instanceof Assertion.AllOf)
                        && !settled.contains(stated)) {
                    all.add(stated);
                }
            }
        }
        return all;
    }

    /** Returns this and one more schema, with one more assertion settled by it. */
    Conjunction choose(SchemaGraph graph, SchemaId branch, Stated by) {
        Set<Stated> more = new HashSet<>(settled);
        more.add(by);
        List<SchemaId> starts = new ArrayList<>(schemas);
        starts.add(branch);
        return of(graph, starts, more);
    }

    /** Returns this with one assertion settled. */
    Conjunction without(SchemaGraph graph, Stated assertion) {
        Set<Stated> more = new HashSet<>(settled);
        more.add(assertion);
        return of(graph, schemas, more);
    }
}
