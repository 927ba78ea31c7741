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
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Two graphs as one, so that a set of schemas can hold some of both; it grows by the schemas that a proof makes up, such as
 * "has the member kind".
 */
final class MergedGraph {

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<List<Assertion>, SchemaId> made = new HashMap<>();
    private final int given;
    private final List<SchemaId> same;
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
        this.same = same();
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

    /** Returns the first schema that says the same as one. */
    SchemaId same(SchemaId id) {
        return isMadeUp(id) ? id : same.get(id.number());
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
            schemas.add(new Schema(id, new Location("", 1, 1, ""), "", false, assertions, Schema.Annotations.NONE));
            return id;
        });
    }

    /**
     * Finds the schemas that say the same all the way down, in whatever order, and returns the first such one for each:
     * most of a schema is the same after a change, and what is the same needs no proof.
     */
    private List<SchemaId> same() {
        int[] group = new int[schemas.size()];
        int groups = 1;
        while (true) {
            int[] current = group;
            Map<Object, Integer> numbers = new HashMap<>();
            int[] next = new int[group.length];
            for (int i = 0; i < next.length; i++) {
                Object key = List.of(
                        group[i],
                        meaning(renamed(schemas.get(i).assertions(), id -> new SchemaId(current[id.number()]))));
                Integer number = numbers.putIfAbsent(key, numbers.size());
                next[i] = number == null ? numbers.size() - 1 : number;
            }
            group = next;
            if (numbers.size() == groups) {
                break;
            }
            groups = numbers.size();
        }
        Map<Integer, SchemaId> first = new HashMap<>();
        List<SchemaId> same = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            SchemaId id = new SchemaId(i);
            SchemaId before = first.putIfAbsent(group[i], id);
            same.add(before == null ? id : before);
        }
        return same;
    }

    /** The assertions without their order; that of the variants of a union means nothing either. */
    private static Set<Object> meaning(List<Assertion> assertions) {
        Set<Object> meaning = new LinkedHashSet<>();
        for (Assertion assertion : assertions) {
            if (assertion instanceof Assertion.AllOf all) {
                meaning.add(List.of("allOf", sorted(all.schemas())));
            } else if (assertion instanceof Assertion.AnyOf any) {
                meaning.add(List.of("anyOf", sorted(any.schemas())));
            } else if (assertion instanceof Assertion.OneOf one) {
                meaning.add(List.of("oneOf", sorted(one.schemas())));
            } else if (assertion instanceof Assertion.Values values) {
                meaning.add(new LinkedHashSet<>(values.values()));
            } else {
                meaning.add(assertion);
            }
        }
        return meaning;
    }

    private static List<SchemaId> sorted(List<SchemaId> ids) {
        return ids.stream().sorted().toList();
    }

    private void add(SchemaGraph graph, int offset) {
        for (Schema schema : graph.schemas()) {
            List<Assertion> assertions = renamed(schema.assertions(), id -> shift(id, offset));
            SchemaId id = shift(schema.id(), offset);
            schemas.add(new Schema(
                    id,
                    schema.location(),
                    schema.key(),
                    schema.definition(),
                    closed(graph, schema.id(), assertions),
                    schema.annotations()));
        }
    }

    /**
     * Where what is evaluated does not depend on the document, {@code unevaluatedProperties} means the same as
     * {@code additionalProperties} over everything that is named, and that can be reasoned about.
     */
    private static List<Assertion> closed(SchemaGraph graph, SchemaId id, List<Assertion> assertions) {
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
            SchemaGraph graph, SchemaId id, boolean root, Set<String> names, Set<String> patterns, Set<SchemaId> seen) {
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

    private static List<Assertion> renamed(List<Assertion> assertions, UnaryOperator<SchemaId> to) {
        return assertions.stream().map(assertion -> renamed(assertion, to)).toList();
    }

    private static List<SchemaId> each(List<SchemaId> ids, UnaryOperator<SchemaId> to) {
        return ids.stream().map(to).toList();
    }

    private static Map<String, SchemaId> each(Map<String, SchemaId> ids, UnaryOperator<SchemaId> to) {
        Map<String, SchemaId> renamed = new LinkedHashMap<>();
        ids.forEach((name, id) -> renamed.put(name, to.apply(id)));
        return renamed;
    }

    private static Assertion renamed(Assertion assertion, UnaryOperator<SchemaId> to) {
        if (assertion instanceof Assertion.PrefixItems items) {
            return new Assertion.PrefixItems(each(items.schemas(), to));
        } else if (assertion instanceof Assertion.Items items) {
            return new Assertion.Items(to.apply(items.schema()), items.from());
        } else if (assertion instanceof Assertion.Contains contains) {
            return new Assertion.Contains(to.apply(contains.schema()), contains.min(), contains.max());
        } else if (assertion instanceof Assertion.UnevaluatedItems items) {
            return new Assertion.UnevaluatedItems(to.apply(items.schema()));
        } else if (assertion instanceof Assertion.Properties properties) {
            return new Assertion.Properties(each(properties.schemas(), to));
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            return new Assertion.PatternProperties(each(properties.schemas(), to));
        } else if (assertion instanceof Assertion.AdditionalProperties properties) {
            return new Assertion.AdditionalProperties(
                    to.apply(properties.schema()), properties.names(), properties.patterns());
        } else if (assertion instanceof Assertion.PropertyNames names) {
            return new Assertion.PropertyNames(to.apply(names.schema()));
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            return new Assertion.DependentSchemas(each(dependent.schemas(), to));
        } else if (assertion instanceof Assertion.UnevaluatedProperties properties) {
            return new Assertion.UnevaluatedProperties(to.apply(properties.schema()));
        } else if (assertion instanceof Assertion.Reference reference) {
            return new Assertion.Reference(to.apply(reference.schema()));
        } else if (assertion instanceof Assertion.AllOf all) {
            return new Assertion.AllOf(each(all.schemas(), to));
        } else if (assertion instanceof Assertion.AnyOf any) {
            return new Assertion.AnyOf(each(any.schemas(), to));
        } else if (assertion instanceof Assertion.OneOf one) {
            return new Assertion.OneOf(each(one.schemas(), to));
        } else if (assertion instanceof Assertion.Not not) {
            return new Assertion.Not(to.apply(not.schema()));
        } else if (assertion instanceof Assertion.Conditional conditional) {
            return new Assertion.Conditional(
                    to.apply(conditional.condition()),
                    conditional.then().map(to),
                    conditional.otherwise().map(to));
        }
        return assertion;
    }
}
