package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two graphs as one, so that a set of schemas can hold some of both; it grows by the schemas that a proof makes up, such as
 * "has the member kind".
 */
final class MergedGraph {

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<List<Assertion>, SchemaId> made = new HashMap<>();
    private final int given;
    private final SchemaId writer;
    private final SchemaId reader;
    private final Evaluator evaluator;

    /**
     * Merges.
     *
     * @param writer the schema by which documents were written
     * @param reader the schema by which they are to be read
     */
    MergedGraph(SchemaGraph writer, SchemaGraph reader) {
        add(writer, 0);
        int offset = schemas.size();
        add(reader, offset);
        this.given = schemas.size();
        this.writer = writer.root();
        this.reader = new SchemaId(reader.root().number() + offset);
        this.evaluator = new Evaluator(new SchemaGraph(this.writer, schemas));
    }

    SchemaId writer() {
        return writer;
    }

    SchemaId reader() {
        return reader;
    }

    Schema schema(SchemaId id) {
        return schemas.get(id.number());
    }

    List<Assertion> assertions(SchemaId id) {
        return schema(id).assertions();
    }

    /** Returns whether a value is valid; a schema that was made up is taken to hold. */
    boolean isValid(SchemaId id, Json value) {
        return id.number() >= given || evaluator.isValid(id, value);
    }

    boolean isValid(Set<SchemaId> ids, Json value) {
        return ids.stream().allMatch(id -> isValid(id, value));
    }

    boolean isMadeUp(SchemaId id) {
        return id.number() >= given;
    }

    List<Schema> schemas() {
        return schemas;
    }

    /** Makes up a schema; the same one for the same assertion. */
    SchemaId schema(Assertion assertion) {
        return made.computeIfAbsent(List.of(assertion), assertions -> {
            SchemaId id = new SchemaId(schemas.size());
            schemas.add(new Schema(
                    id, new Location("", 1, 1, ""), "", false, assertions, Schema.Annotations.NONE));
            return id;
        });
    }

    private void add(SchemaGraph graph, int offset) {
        for (Schema schema : graph.schemas()) {
            List<Assertion> assertions = schema.assertions().stream()
                    .map(assertion -> shift(assertion, offset))
                    .toList();
            SchemaId id = shift(schema.id(), offset);
            schemas.add(new Schema(
                    id,
                    schema.location(),
                    schema.key(),
                    schema.definition(),
                    closed(graph, schema.id(), assertions, offset),
                    schema.annotations()));
        }
    }

    /**
     * Where what is evaluated does not depend on the document, {@code unevaluatedProperties} means the same as
     * {@code additionalProperties} over everything that is named, and that can be reasoned about.
     */
    private static List<Assertion> closed(
            SchemaGraph graph, SchemaId id, List<Assertion> assertions, int offset) {
        if (assertions.stream().noneMatch(Assertion.UnevaluatedProperties.class::isInstance)) {
            return assertions;
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> patterns = new LinkedHashSet<>();
        if (!evaluated(graph, id, true, names, patterns, new LinkedHashSet<>())) {
            return assertions;
        }
        List<Assertion> closed = new ArrayList<>();
        for (Assertion assertion : assertions) {
            closed.add(
                    assertion instanceof Assertion.UnevaluatedProperties rest
                            ? new Assertion.AdditionalProperties(rest.schema(), names, patterns)
                            : assertion);
        }
        return closed;
    }

    private static boolean evaluated(
            SchemaGraph graph,
            SchemaId id,
            boolean root,
            Set<String> names,
            Set<String> patterns,
            Set<SchemaId> seen) {
        if (!seen.add(id)) {
            return true;
        }
        for (Assertion assertion : graph.schema(id).assertions()) {
            boolean known = true;
            if (assertion instanceof Assertion.Properties properties) {
                names.addAll(properties.schemas().keySet());
            } else if (assertion instanceof Assertion.PatternProperties properties) {
                patterns.addAll(properties.schemas().keySet());
            } else if (assertion instanceof Assertion.AdditionalProperties) {
                known = false;
            } else if (assertion instanceof Assertion.UnevaluatedProperties) {
                known = root;
            } else if (assertion instanceof Assertion.Reference reference) {
                known = evaluated(graph, reference.schema(), false, names, patterns, seen);
            } else if (assertion instanceof Assertion.AllOf all) {
                for (SchemaId one : all.schemas()) {
                    known &= evaluated(graph, one, false, names, patterns, seen);
                }
            } else if (assertion instanceof Assertion.AnyOf
                    || assertion instanceof Assertion.OneOf
                    || assertion instanceof Assertion.Conditional
                    || assertion instanceof Assertion.DependentSchemas) {
                known = false;
            }
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static SchemaId shift(SchemaId id, int offset) {
        return new SchemaId(id.number() + offset);
    }

    private static List<SchemaId> shift(List<SchemaId> ids, int offset) {
        return ids.stream().map(id -> shift(id, offset)).toList();
    }

    private static Optional<SchemaId> shift(Optional<SchemaId> id, int offset) {
        return id.map(one -> shift(one, offset));
    }

    private static Map<String, SchemaId> shift(Map<String, SchemaId> ids, int offset) {
        Map<String, SchemaId> shifted = new LinkedHashMap<>();
        ids.forEach((name, id) -> shifted.put(name, shift(id, offset)));
        return shifted;
    }

    private static Assertion shift(Assertion assertion, int offset) {
        if (assertion instanceof Assertion.PrefixItems items) {
            return new Assertion.PrefixItems(shift(items.schemas(), offset));
        } else if (assertion instanceof Assertion.Items items) {
            return new Assertion.Items(shift(items.schema(), offset), items.from());
        } else if (assertion instanceof Assertion.Contains contains) {
            return new Assertion.Contains(shift(contains.schema(), offset), contains.min(), contains.max());
        } else if (assertion instanceof Assertion.UnevaluatedItems items) {
            return new Assertion.UnevaluatedItems(shift(items.schema(), offset));
        } else if (assertion instanceof Assertion.Properties properties) {
            return new Assertion.Properties(shift(properties.schemas(), offset));
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            return new Assertion.PatternProperties(shift(properties.schemas(), offset));
        } else if (assertion instanceof Assertion.AdditionalProperties properties) {
            return new Assertion.AdditionalProperties(
                    shift(properties.schema(), offset), properties.names(), properties.patterns());
        } else if (assertion instanceof Assertion.PropertyNames names) {
            return new Assertion.PropertyNames(shift(names.schema(), offset));
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            return new Assertion.DependentSchemas(shift(dependent.schemas(), offset));
        } else if (assertion instanceof Assertion.UnevaluatedProperties properties) {
            return new Assertion.UnevaluatedProperties(shift(properties.schema(), offset));
        } else if (assertion instanceof Assertion.Reference reference) {
            return new Assertion.Reference(shift(reference.schema(), offset));
        } else if (assertion instanceof Assertion.AllOf all) {
            return new Assertion.AllOf(shift(all.schemas(), offset));
        } else if (assertion instanceof Assertion.AnyOf any) {
            return new Assertion.AnyOf(shift(any.schemas(), offset));
        } else if (assertion instanceof Assertion.OneOf one) {
            return new Assertion.OneOf(shift(one.schemas(), offset));
        } else if (assertion instanceof Assertion.Not not) {
            return new Assertion.Not(shift(not.schema(), offset));
        } else if (assertion instanceof Assertion.Conditional conditional) {
            return new Assertion.Conditional(
                    shift(conditional.condition(), offset),
                    shift(conditional.then(), offset),
                    shift(conditional.otherwise(), offset));
        }
        return assertion;
    }
}
