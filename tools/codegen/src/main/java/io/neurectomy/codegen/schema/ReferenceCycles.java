package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import io.neurectomy.codegen.json.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds schemas that apply themselves to the same value. JSON Schema gives them no meaning, and whoever walks the graph
 * would never arrive, so the assertion that closes a cycle is taken out.
 */
final class ReferenceCycles {

    private final List<Schema> schemas;
    private final Consumer<Finding> findings;
    private final boolean[] done;
    private final boolean[] open;

    private ReferenceCycles(List<Schema> schemas, Consumer<Finding> findings) {
        this.schemas = new ArrayList<>(schemas);
        this.findings = findings;
        this.done = new boolean[schemas.size()];
        this.open = new boolean[schemas.size()];
    }

    private record Step(int schema, Iterator<Assertion> assertions, Deque<SchemaId> targets, List<Assertion> current) {}

    static List<Schema> cut(List<Schema> schemas, Consumer<Finding> findings) {
        ReferenceCycles cycles = new ReferenceCycles(schemas, findings);
        for (int i = 0; i < schemas.size(); i++) {
            cycles.search(i);
        }
        return cycles.schemas;
    }

    /** Searches in depth with a stack of its own: a chain of references can be longer than that of the thread. */
    private void search(int start) {
        Deque<Step> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            Step step = path.getLast();
            SchemaId target = step.targets().pollFirst();
            if (target != null) {
                if (open[target.number()]) {
                    close(step, target);
                } else {
                    enter(target.number(), path);
                }
            } else if (step.assertions().hasNext()) {
                Assertion next = step.assertions().next();
                step.current().clear();
                step.current().add(next);
                step.targets().addAll(Edges.inPlace(next));
            } else {
                open[step.schema()] = false;
                done[step.schema()] = true;
                path.removeLast();
            }
        }
    }

    private void enter(int schema, Deque<Step> path) {
        if (!done[schema]) {
            open[schema] = true;
            path.addLast(new Step(
                    schema, schemas.get(schema).assertions().iterator(), new ArrayDeque<>(), new ArrayList<>()));
        }
    }

    private void close(Step step, SchemaId target) {
        Schema from = schemas.get(step.schema());
        Location to = schemas.get(target.number()).location();
        findings.accept(new Finding(
                "reference-cycle",
                Severity.ERROR,
                from.location(),
                "this schema applies "
                        + (target.number() == step.schema()
                                ? "itself"
                                : "the one at " + to + ", which leads back here,")
                        + " to the same value, so nothing says which values are valid. Remove the reference, or put it"
                        + " below a property or an item."));
        List<Assertion> kept = new ArrayList<>(from.assertions());
        kept.removeAll(step.current());
        step.targets().clear();
        schemas.set(
                step.schema(),
                new Schema(from.id(), from.location(), from.key(), from.definition(), kept, from.annotations()));
    }
}
