package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.rust.Predicates.Function1;
import io.neurectomy.codegen.rust.Predicates.Question;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which function of {@link Predicates} calls which, worked out before the first is written: a function that can be reached
 * about one value in very many ways remembers its answers, and all that leads to it passes the memory on. Without it the
 * time to check a document could double with each level.
 */
final class CallGraph {

    /** So many ways to one function are cheaper than remembering. */
    private static final long MANY_WAYS = 64;

    private final SchemaGraph graph;
    private final IdentityHashMap<Assertion, SchemaId> owners = new IdentityHashMap<>();
    private final Map<Function1, List<Edge>> edges = new LinkedHashMap<>();
    private final Components<Function1> components;
    private final Set<Function1> memoised = new HashSet<>();
    private final Set<Function1> needing = new HashSet<>();
    private final Map<Function1, Boolean> evaluating = new HashMap<>();

    /** A call, and whether it is about the same value. */
    private record Edge(Function1 to, boolean inPlace) {}

    /** When an applicator applies a schema to the value itself. */
    enum When {
        /** Always. */
        ALWAYS,
        /** If the condition is valid. */
        VALID,
        /** If the condition is not valid. */
        INVALID,
        /** If the member is there. */
        PRESENT
    }

    /** A schema that is applied to the value itself. */
    record Applied(SchemaId schema, When when, SchemaId condition, String member) {}

    CallGraph(SchemaGraph graph, Collection<Assertion> asked, Collection<SchemaId> schemas) {
        this.graph = graph;
        graph.schemas().forEach(schema -> schema.assertions().forEach(one -> owners.put(one, schema.id())));
        List<Edge> roots = new ArrayList<>();
        asked.forEach(assertion -> roots.addAll(calls(assertion)));
        schemas.forEach(schema -> add(schema, true, roots));
        explore(roots);
        Map<Function1, List<Function1>> targets = new LinkedHashMap<>();
        edges.forEach(
                (from, all) -> targets.put(from, all.stream().map(Edge::to).toList()));
        components = Components.of(targets);
        remember(roots);
    }

    private void explore(List<Edge> roots) {
        List<Function1> open = new ArrayList<>();
        roots.forEach(root -> open.add(root.to()));
        for (int i = 0; i < open.size(); i++) {
            Function1 function = open.get(i);
            if (!edges.containsKey(function)) {
                List<Edge> found = calls(function);
                edges.put(function, found);
                found.forEach(edge -> open.add(edge.to()));
            }
        }
    }

    private List<Edge> calls(Function1 function) {
        List<Edge> found = new ArrayList<>();
        for (Assertion assertion : graph.schema(function.schema()).assertions()) {
            if (function.question() == Question.HOLDS) {
                found.addAll(calls(assertion));
                continue;
            }
            boolean items =
                    function.question() == Question.POSITIONS || function.question() == Question.OTHER_POSITIONS;
            for (Applied applied : applied(assertion)) {
                found.add(new Edge(
                        new Function1(items ? Question.POSITIONS : Question.NAMES, target(applied.schema())), true));
                if (applied.when() == When.VALID || applied.when() == When.INVALID) {
                    add(applied.condition(), true, found);
                }
            }
            if (items && assertion instanceof Assertion.Contains contains) {
                add(contains.schema(), false, found);
            }
        }
        return found;
    }

    private List<Edge> calls(Assertion assertion) {
        List<Edge> found = new ArrayList<>();
        if (assertion instanceof Assertion.PrefixItems prefix) {
            prefix.schemas().forEach(schema -> add(schema, false, found));
        } else if (assertion instanceof Assertion.Items items) {
            add(items.schema(), false, found);
        } else if (assertion instanceof Assertion.Contains contains) {
            add(contains.schema(), false, found);
        } else if (assertion instanceof Assertion.Properties properties) {
            properties.schemas().values().forEach(schema -> add(schema, false, found));
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            properties.schemas().values().forEach(schema -> add(schema, false, found));
        } else if (assertion instanceof Assertion.AdditionalProperties rest) {
            add(rest.schema(), false, found);
        } else if (assertion instanceof Assertion.PropertyNames names) {
            add(names.schema(), false, found);
        } else if (assertion instanceof Assertion.UnevaluatedProperties rest) {
            found.add(new Edge(new Function1(Question.OTHER_NAMES, owner(assertion)), true));
            add(rest.schema(), false, found);
        } else if (assertion instanceof Assertion.UnevaluatedItems rest) {
            found.add(new Edge(new Function1(Question.OTHER_POSITIONS, owner(assertion)), true));
            add(rest.schema(), false, found);
        } else if (assertion instanceof Assertion.Not not) {
            add(not.schema(), true, found);
        } else {
            applied(assertion).forEach(applied -> add(applied.schema(), true, found));
        }
        return found;
    }

    private void add(SchemaId schema, boolean inPlace, List<Edge> found) {
        SchemaId target = target(schema);
        if (!isAlways(target) && !isNever(target) && types(target).isEmpty()) {
            found.add(new Edge(new Function1(Question.HOLDS, target), inPlace));
        }
    }

    /** Returns the schemas that an assertion applies to the value itself, but for {@code not}, which evaluates nothing. */
    static List<Applied> applied(Assertion assertion) {
        List<Applied> all = new ArrayList<>();
        if (assertion instanceof Assertion.Reference one) {
            all.add(new Applied(one.schema(), When.ALWAYS, one.schema(), ""));
        } else if (assertion instanceof Assertion.AllOf some) {
            some.schemas().forEach(schema -> all.add(new Applied(schema, When.ALWAYS, schema, "")));
        } else if (assertion instanceof Assertion.AnyOf some) {
            some.schemas().forEach(schema -> all.add(new Applied(schema, When.VALID, schema, "")));
        } else if (assertion instanceof Assertion.OneOf some) {
            some.schemas().forEach(schema -> all.add(new Applied(schema, When.VALID, schema, "")));
        } else if (assertion instanceof Assertion.Conditional some) {
            SchemaId condition = some.condition();
            all.add(new Applied(condition, When.VALID, condition, ""));
            some.then().ifPresent(schema -> all.add(new Applied(schema, When.VALID, condition, "")));
            some.otherwise().ifPresent(schema -> all.add(new Applied(schema, When.INVALID, condition, "")));
        } else if (assertion instanceof Assertion.DependentSchemas some) {
            some.schemas().forEach((name, schema) -> all.add(new Applied(schema, When.PRESENT, schema, name)));
        }
        return all;
    }

    private void remember(List<Edge> roots) {
        for (Function1 function : edges.keySet()) {
            if (function.question() == Question.HOLDS && isTangled(components.of(function))) {
                memoised.add(function);
            }
        }
        // callers come before what they call in this order, so the ways to a function are all counted when it is met
        Map<Function1, Long> ways = new HashMap<>();
        roots.forEach(root -> ways.merge(root.to(), 1L, Long::sum));
        for (Set<Function1> component : components.callersFirst()) {
            long most = component.stream()
                    .mapToLong(function -> ways.getOrDefault(function, 0L))
                    .max()
                    .orElse(0);
            for (Function1 function : component) {
                boolean leaf = edges.getOrDefault(function, List.of()).isEmpty();
                if (function.question() == Question.HOLDS && most > MANY_WAYS && !leaf) {
                    memoised.add(function);
                }
                long passedOn = memoised.contains(function) ? 1 : most;
                for (Edge edge : edges.getOrDefault(function, List.of())) {
                    if (!component.contains(edge.to())) {
                        ways.merge(edge.to(), passedOn, (a, b) -> Math.min(a + b, Integer.MAX_VALUE));
                    }
                }
            }
        }
        List<Set<Function1>> order = components.callersFirst();
        for (int i = order.size() - 1; i >= 0; i--) {
            Set<Function1> component = order.get(i);
            boolean needs = component.stream()
                    .anyMatch(function -> memoised.contains(function)
                            || edges.getOrDefault(function, List.of()).stream()
                                    .anyMatch(edge -> needing.contains(edge.to())));
            if (needs) {
                needing.addAll(component);
            }
        }
    }

    /** Returns whether functions that call each other do so in more ways than one, or about the same value. */
    private boolean isTangled(Set<Function1> component) {
        int inside = 0;
        boolean samePlace = false;
        for (Function1 function : component) {
            for (Edge edge : edges.getOrDefault(function, List.of())) {
                if (component.contains(edge.to())) {
                    inside++;
                    samePlace |= edge.inPlace();
                }
            }
        }
        return inside > component.size() || (inside > 0 && samePlace);
    }

    /** Returns where a schema that only refers leads. */
    SchemaId target(SchemaId id) {
        SchemaId target = id;
        Set<SchemaId> seen = new HashSet<>();
        while (seen.add(target)) {
            List<Assertion> assertions = graph.schema(target).assertions();
            if (assertions.size() != 1 || !(assertions.get(0) instanceof Assertion.Reference reference)) {
                return target;
            }
            target = reference.schema();
        }
        return target;
    }

    boolean isAlways(SchemaId target) {
        List<Assertion> assertions = graph.schema(target).assertions();
        return assertions.isEmpty() || (assertions.size() == 1 && assertions.get(0) instanceof Assertion.Reference);
    }

    boolean isNever(SchemaId target) {
        return graph.schema(target).assertions().stream().anyMatch(Assertion.Never.class::isInstance);
    }

    /** Returns the types, if the schema asserts nothing else. */
    Optional<Set<JsonType>> types(SchemaId target) {
        List<Assertion> assertions = graph.schema(target).assertions();
        return assertions.size() == 1 && assertions.get(0) instanceof Assertion.Types some
                ? Optional.of(some.types())
                : Optional.empty();
    }

    /** Returns the schema that an assertion of the graph stands in. */
    SchemaId owner(Assertion assertion) {
        SchemaId owner = owners.get(assertion);
        if (owner == null) {
            throw new IllegalArgumentException("an assertion of no schema: " + assertion);
        }
        return owner;
    }

    boolean isMemoised(Function1 function) {
        return memoised.contains(function);
    }

    boolean needsMemo(Function1 function) {
        return needing.contains(function);
    }

    /** Returns whether a function about what is evaluated can find anything, and does not lead back to itself. */
    boolean evaluates(Function1 function) {
        Boolean known = evaluating.get(function);
        if (known != null) {
            return known;
        }
        evaluating.put(function, false);
        boolean items = function.question() == Question.POSITIONS;
        boolean found = false;
        for (Assertion assertion : graph.schema(function.schema()).assertions()) {
            found |= items
                    ? assertion instanceof Assertion.PrefixItems
                            || assertion instanceof Assertion.Items
                            || assertion instanceof Assertion.Contains
                            || assertion instanceof Assertion.UnevaluatedItems
                    : assertion instanceof Assertion.Properties
                            || assertion instanceof Assertion.PatternProperties
                            || assertion instanceof Assertion.AdditionalProperties
                            || assertion instanceof Assertion.UnevaluatedProperties;
            for (Applied applied : applied(assertion)) {
                found |= evaluates(new Function1(function.question(), target(applied.schema())));
            }
        }
        evaluating.put(function, found);
        return found;
    }
}
