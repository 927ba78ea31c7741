package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said about a conjunction without building a type. */
final class Facts {

    /** Unions within unions are looked into so deep; beyond it everything is thought possible. */
    private static final int DEPTH = 6;

    private final SchemaGraph graph;
    private final Evaluator evaluator;

    Facts(SchemaGraph graph) {
        this.graph = graph;
        this.evaluator = new Evaluator(graph);
    }

    boolean matches(String pattern, String name) {
        return evaluator.matches(pattern, name);
    }

    /** Returns the kinds that a valid value may have: all that are not excluded by {@code type}, {@code enum} or a union. */
    Set<Kind> kinds(Conjunction conjunction) {
        return kinds(conjunction, DEPTH);
    }

    private Set<Kind> kinds(Conjunction conjunction, int depth) {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        for (Stated stated : conjunction.stated(graph)) {
            Assertion assertion = stated.assertion();
            if (assertion instanceof Assertion.Never) {
                kinds.clear();
            } else if (assertion instanceof Assertion.Types types) {
                kinds.retainAll(kindsOf(types.types()));
            } else if (assertion instanceof Assertion.Values values) {
                kinds.retainAll(kindsOf(values.values()));
            } else if (depth > 0 && !branches(assertion).isEmpty()) {
                Set<Kind> some = EnumSet.noneOf(Kind.class);
                for (SchemaId branch : branches(assertion)) {
                    some.addAll(kinds(Conjunction.of(graph, List.of(branch), conjunction.settled()), depth - 1));
                }
                kinds.retainAll(some);
            }
        }
        return kinds;
    }

    /** Returns whether numbers must be integers. */
    boolean integer(Conjunction conjunction) {
        return conjunction.stated(graph).stream()
                .anyMatch(stated -> stated.assertion() instanceof Assertion.Types types
                        && types.types().contains(JsonType.INTEGER)
                        && !types.types().contains(JsonType.NUMBER));
    }

    /** Returns the values that {@code enum} and {@code const} leave and the rest of the conjunction allows. */
    Optional<List<Json>> values(Conjunction conjunction) {
        Optional<Set<Json>> values = Optional.empty();
        for (Stated stated : conjunction.stated(graph)) {
            if (stated.assertion() instanceof Assertion.Values some) {
                Set<Json> kept = new LinkedHashSet<>(values.orElseGet(() -> new LinkedHashSet<>(some.values())));
                kept.retainAll(some.values());
                values = Optional.of(kept);
            }
        }
        return values.map(some -> allowed(conjunction, some));
    }

    /** Returns those of the values that every schema of the conjunction allows. */
    List<Json> allowed(Conjunction conjunction, Collection<Json> values) {
        return values.stream()
                .distinct()
                .filter(value -> conjunction.schemas().stream().allMatch(schema -> evaluator.isValid(schema, value)))
                .toList();
    }

    /** Returns the strings one of which the member always has; empty if it may be absent or something else. */
    Optional<Set<String>> tags(Conjunction conjunction, String member) {
        return tags(conjunction, member, DEPTH);
    }

    private Optional<Set<String>> tags(Conjunction conjunction, String member, int depth) {
        List<Stated> all = conjunction.stated(graph);
        List<SchemaId> schemas = new ArrayList<>();
        boolean required = false;
        for (Stated stated : all) {
            if (stated.assertion() instanceof Assertion.Properties properties
                    && properties.schemas().containsKey(member)) {
                schemas.add(properties.schemas().get(member));
            }
            required |= stated.assertion() instanceof Assertion.Required names
                    && names.names().contains(member);
        }
        if (required && !schemas.isEmpty()) {
            Optional<List<Json>> values = values(Conjunction.of(graph, schemas, Set.of()));
            if (values.isPresent() && values.get().stream().allMatch(Json.Str.class::isInstance)) {
                Set<String> texts = new LinkedHashSet<>();
                values.get().forEach(value -> texts.add(((Json.Str) value).value()));
                return Optional.of(texts);
            }
        }
        for (Stated stated : depth == 0 ? List.<Stated>of() : all) {
            if (!branches(stated.assertion()).isEmpty()) {
                Optional<Set<String>> found = tagsOfAll(conjunction, stated, member, depth - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Set<String>> tagsOfAll(Conjunction conjunction, Stated union, String member, int depth) {
        Set<String> all = new LinkedHashSet<>();
        for (SchemaId branch : branches(union.assertion())) {
            Optional<Set<String>> some = tags(conjunction.choose(graph, branch, union), member, depth);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    /** Returns the names of members that the conjunction describes, those within unions too. */
    Set<String> members(Conjunction conjunction) {
        Set<String> names = new LinkedHashSet<>();
        members(conjunction, DEPTH, names);
        return names;
    }

    private void members(Conjunction conjunction, int depth, Set<String> names) {
        for (Stated stated : conjunction.stated(graph)) {
            if (stated.assertion() instanceof Assertion.Properties properties) {
                names.addAll(properties.schemas().keySet());
            }
            List<SchemaId> branches = branches(stated.assertion());
            if (depth > 0 && !branches.isEmpty()) {
                members(conjunction.choose(graph, branches.get(0), stated), depth - 1, names);
            }
        }
    }

    /** Returns what {@code unevaluatedProperties} beside it would call evaluated. */
    Evaluated evaluated(SchemaId schema, Assertion asking) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> patterns = new LinkedHashSet<>();
        boolean[] rest = {false, false};
        evaluate(schema, asking, false, new LinkedHashSet<>(), names, patterns, rest);
        return new Evaluated(names, patterns, rest[0], rest[1]);
    }

    private void evaluate(
            SchemaId schema,
            Assertion asking,
            boolean inBranch,
            Set<SchemaId> seen,
            Set<String> names,
            Set<String> patterns,
            boolean[] allAndDynamic) {
        if (!seen.add(schema)) {
            return;
        }
        for (Assertion assertion : graph.schema(schema).assertions()) {
            if (assertion.equals(asking)) {
                continue;
            }
            if (assertion instanceof Assertion.Properties properties) {
                names.addAll(properties.schemas().keySet());
                allAndDynamic[1] |= inBranch;
            } else if (assertion instanceof Assertion.PatternProperties properties) {
                patterns.addAll(properties.schemas().keySet());
                allAndDynamic[1] |= inBranch;
            } else if (assertion instanceof Assertion.AdditionalProperties
                    || assertion instanceof Assertion.UnevaluatedProperties) {
                allAndDynamic[0] = true;
                allAndDynamic[1] |= inBranch;
            } else {
                boolean branch =
                        inBranch || !(assertion instanceof Assertion.Reference || assertion instanceof Assertion.AllOf);
                for (SchemaId next : inPlace(assertion)) {
                    evaluate(next, asking, branch, seen, names, patterns, allAndDynamic);
                }
            }
        }
    }

    /** Returns the schemas that an assertion applies to the same value, for what they evaluate. */
    static List<SchemaId> inPlace(Assertion assertion) {
        List<SchemaId> schemas = new ArrayList<>(branches(assertion));
        if (assertion instanceof Assertion.Reference reference) {
            schemas.add(reference.schema());
        } else if (assertion instanceof Assertion.AllOf all) {
            schemas.addAll(all.schemas());
        } else if (assertion instanceof Assertion.Conditional conditional) {
            schemas.add(conditional.condition());
            conditional.then().ifPresent(schemas::add);
            conditional.otherwise().ifPresent(schemas::add);
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            schemas.addAll(dependent.schemas().values());
        }
        return schemas;
    }

    /** Returns the branches of {@code anyOf} and {@code oneOf}, none for another assertion. */
    static List<SchemaId> branches(Assertion assertion) {
        if (assertion instanceof Assertion.AnyOf any) {
            return any.schemas();
        }
        return assertion instanceof Assertion.OneOf one ? one.schemas() : List.of();
    }

    private static Set<Kind> kindsOf(Set<JsonType> types) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        types.forEach(type -> kinds.add(KINDS.get(type)));
        return kinds;
    }

    private static Set<Kind> kindsOf(List<Json> values) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        values.forEach(value -> kinds.add(kindOf(value)));
        return kinds;
    }

    private static Kind kindOf(Json value) {
        if (value instanceof Json.Null) {
            return Kind.NULL;
        } else if (value instanceof Json.Bool) {
            return Kind.BOOLEAN;
        } else if (value instanceof Json.Num) {
            return Kind.NUMBER;
        } else if (value instanceof Json.Str) {
            return Kind.STRING;
        }
        return value instanceof Json.Arr ? Kind.ARRAY : Kind.OBJECT;
    }

    static final Map<JsonType, Kind> KINDS = Map.of(
            JsonType.NULL, Kind.NULL,
            JsonType.BOOLEAN, Kind.BOOLEAN,
            JsonType.INTEGER, Kind.NUMBER,
            JsonType.NUMBER, Kind.NUMBER,
            JsonType.STRING, Kind.STRING,
            JsonType.ARRAY, Kind.ARRAY,
            JsonType.OBJECT, Kind.OBJECT);

    /**
     * The members that a schema evaluates.
     *
     * @param names by name, in any branch
     * @param patterns by pattern, in any branch
     * @param all whether in some branch every member
     * @param dynamic whether it depends on the document: some of it stands in a branch
     */
    record Evaluated(Set<String> names, Set<String> patterns, boolean all, boolean dynamic) {}
}
