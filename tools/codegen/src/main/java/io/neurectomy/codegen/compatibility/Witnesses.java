package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents that are valid under some schemas, near the edges of these and of others: where two versions of a schema
 * differ, one of them is often valid under the one and not under the other. Every document is checked before it is handed
 * out.
 */
final class Witnesses {

    private static final int MAX_DEPTH = 6;

    private static final int MAX_VALUES = 40;

    private static final int MAX_STEPS = 20_000;

    private static final int LONGEST = 2_000;

    private final MergedGraph graph;
    private final Prover prover;
    private int steps;

    Witnesses(MergedGraph graph, Prover prover) {
        this.graph = graph;
        this.prover = prover;
    }

    /** Starts to count the effort anew: each difference has its own. */
    void reset() {
        steps = 0;
    }

    /** Returns valid values of one kind, with edges of further schemas among them. */
    List<Json> values(Kind kind, Set<SchemaId> ids, Set<SchemaId> edges) {
        return values(kind, ids, edges, 0);
    }

    private List<Json> values(Kind kind, Set<SchemaId> ids, Set<SchemaId> edges, int depth) {
        if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
            return List.of();
        }
        Set<Json> candidates = new LinkedHashSet<>();
        Facts facts = prover.facts(kind, ids);
        if (facts.isImpossible()) {
            return List.of();
        }
        Facts beyond = prover.facts(kind, edges);
        for (SchemaId id : Prover.with(facts.schemas, beyond.schemas)) {
            Schema.Annotations said = graph.schema(id).annotations();
            candidates.addAll(said.examples());
            said.defaultValue().ifPresent(candidates::add);
        }
        Set<Assertion> atoms = new LinkedHashSet<>(concat(facts.atoms, beyond.atoms));
        offered(facts, atoms, 0);
        offered(beyond, atoms, 0);
        for (Assertion atom : atoms) {
            if (atom instanceof Assertion.Values values) {
                candidates.addAll(values.values());
            }
        }
        facts.values().ifPresent(candidates::addAll);
        switch (kind) {
            case NULL -> candidates.add(new Json.Null());
            case BOOLEAN -> candidates.addAll(List.of(new Json.Bool(true), new Json.Bool(false)));
            case INTEGER, FRACTION -> numbers(kind, atoms, candidates);
            case STRING -> strings(atoms, candidates);
            case ARRAY -> candidates.addAll(arrays(facts, beyond, depth));
            case OBJECT -> candidates.addAll(objects(facts, beyond, depth));
        }
        Set<Json> valid = new LinkedHashSet<>();
        for (Json candidate : candidates) {
            if (valid.size() < MAX_VALUES && Kind.of(candidate) == kind && graph.isValid(ids, candidate)) {
                valid.add(candidate);
            }
        }
        for (Facts.Choice choice : facts.choices) {
            if (!prover.isTaken(facts, choice) && valid.size() < MAX_VALUES) {
                for (Prover.Branch branch : prover.branches(facts, choice)) {
                    valid.addAll(values(kind, branch.facts(), edges, depth + 1));
                }
                break;
            }
        }
        return valid.stream()
                .filter(value -> graph.isValid(ids, value))
                .limit(MAX_VALUES)
                .toList();
    }

    private List<Json> any(Set<SchemaId> ids, Set<SchemaId> edges, int depth) {
        List<Json> values = new ArrayList<>();
        for (Kind kind :
                List.of(Kind.STRING, Kind.INTEGER, Kind.OBJECT, Kind.ARRAY, Kind.BOOLEAN, Kind.FRACTION, Kind.NULL)) {
            values.addAll(values(kind, ids, edges, depth));
            if (edges.isEmpty() && !values.isEmpty()) {
                return values;
            }
        }
        return values;
    }

    /** Collects what is asserted only in some branch, or denied: where the branches meet, values change sides as well. */
    private void offered(Facts facts, Set<Assertion> atoms, int depth) {
        if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
            return;
        }
        List<SchemaId> offered = new ArrayList<>(facts.denied);
        for (Facts.Choice choice : facts.choices) {
            if (choice instanceof Facts.Choice.Any any) {
                offered.addAll(any.schemas());
            } else if (choice instanceof Facts.Choice.One one) {
                offered.addAll(one.schemas());
            } else if (choice instanceof Facts.Choice.If branches) {
                offered.add(branches.conditional().condition());
                branches.conditional().then().ifPresent(offered::add);
                branches.conditional().otherwise().ifPresent(offered::add);
            }
        }
        for (SchemaId id : offered) {
            Facts inside = prover.facts(facts.kind, Set.of(id));
            atoms.addAll(inside.atoms);
            offered(inside, atoms, depth + 1);
        }
    }

    private static List<Assertion> concat(List<Assertion> first, List<Assertion> second) {
        List<Assertion> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void numbers(Kind kind, Set<Assertion> atoms, Set<Json> candidates) {
        Set<BigDecimal> bases = new LinkedHashSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        Set<BigDecimal> divisors = new LinkedHashSet<>(List.of(BigDecimal.ONE));
        for (Assertion atom : atoms) {
            if (atom instanceof Assertion.Minimum bound) {
                bases.add(bound.bound());
            } else if (atom instanceof Assertion.Maximum bound) {
                bases.add(bound.bound());
            } else if (atom instanceof Assertion.MultipleOf divisor) {
                divisors.add(divisor.divisor());
            }
        }
        // What two schemas divide by is met by both at once here, if nowhere nearer.
        BigDecimal product = divisors.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        bases.add(product);
        divisors.add(product);
        List<BigDecimal> near = new ArrayList<>();
        for (BigDecimal base : bases) {
            if (Math.abs((long) base.scale()) > LONGEST) {
                continue;
            }
            near.add(base);
            for (BigDecimal divisor : divisors) {
                if (Math.abs((long) divisor.scale()) <= LONGEST) {
                    BigDecimal below = base.subtract(base.remainder(divisor));
                    near.addAll(List.of(
                            below,
                            below.add(divisor),
                            below.subtract(divisor),
                            base.add(divisor),
                            base.subtract(divisor)));
                }
            }
            if (kind == Kind.FRACTION) {
                near.addAll(List.of(base.add(new BigDecimal("0.5")), base.subtract(new BigDecimal("0.25"))));
            }
        }
        near.forEach(number -> candidates.add(new Json.Num(number)));
    }

    private void strings(Set<Assertion> atoms, Set<Json> candidates) {
        Set<String> bases = new LinkedHashSet<>(List.of(
                "",
                "a",
                "A",
                "0",
                "abc",
                "a-b",
                "a_b",
                "1.0.0",
                "2026-01-01",
                "2026-01-01T00:00:00Z",
                "a/b",
                "a@b.c",
                "http://a.b/c",
                "00000000-0000-0000-0000-000000000000",
                " ",
                "\u00e9",
                "\ud83d\ude00"));
        Set<Long> lengths = new LinkedHashSet<>();
        for (Assertion atom : atoms) {
            if (atom instanceof Assertion.MinLength length) {
                lengths.addAll(List.of(length.length(), length.length() - 1, length.length() + 1));
            } else if (atom instanceof Assertion.MaxLength length) {
                lengths.addAll(List.of(length.length(), length.length() - 1, length.length() + 1));
            } else if (atom instanceof Assertion.Pattern pattern) {
                bases.addAll(PatternSamples.of(pattern.regex()));
            }
        }
        bases.forEach(base -> candidates.add(new Json.Str(base)));
        for (long length : lengths) {
            if (length >= 0 && length <= LONGEST) {
                for (String base : List.copyOf(bases)) {
                    candidates.add(new Json.Str(sized(base, (int) length)));
                }
            }
        }
    }

    private static String sized(String base, int length) {
        int count = base.codePointCount(0, base.length());
        if (count >= length) {
            return base.substring(0, base.offsetByCodePoints(0, length));
        }
        String unit = base.isEmpty() ? "a" : base.substring(base.offsetByCodePoints(base.length(), -1));
        return base + unit.repeat(length - count);
    }

    private List<Json> arrays(Facts facts, Facts beyond, int depth) {
        Set<Long> sizes = new LinkedHashSet<>(List.of(0L, 1L, 2L, facts.atLeast));
        for (Assertion atom : concat(facts.atoms, beyond.atoms)) {
            if (atom instanceof Assertion.MinItems count) {
                sizes.addAll(List.of(count.count(), count.count() - 1, count.count() + 1));
            } else if (atom instanceof Assertion.MaxItems count) {
                sizes.addAll(List.of(count.count(), count.count() - 1, count.count() + 1));
            } else if (atom instanceof Assertion.PrefixItems prefix) {
                sizes.addAll(
                        List.of((long) prefix.schemas().size(), prefix.schemas().size() + 1L));
            } else if (atom instanceof Assertion.Contains contains) {
                sizes.addAll(List.of(
                        contains.min(),
                        contains.max().orElse(0L),
                        contains.max().orElse(0L) + 1));
            }
        }
        List<Json> arrays = new ArrayList<>();
        for (long size : sizes) {
            if (size >= facts.atLeast && size <= Math.min(facts.atMost, 50)) {
                for (int variant = 0; variant < 3; variant++) {
                    items(facts, (int) size, variant, -1, null, depth).ifPresent(arrays::add);
                }
            }
        }
        arrays.addAll(containing(facts, beyond, depth));
        return arrays;
    }

    /** Makes arrays around what {@code contains} counts: more than the other schema allows, or what it does not count. */
    private List<Json> containing(Facts facts, Facts beyond, int depth) {
        Set<SchemaId> counted = new LinkedHashSet<>();
        Set<SchemaId> edges = new LinkedHashSet<>();
        facts.atoms.forEach(atom -> contains(atom).ifPresent(counted::add));
        beyond.atoms.forEach(atom -> contains(atom).ifPresent(edges::add));
        List<Json> arrays = new ArrayList<>();
        if (!counted.isEmpty() && !edges.isEmpty()) {
            int size = (int) Math.min(Math.max(facts.atLeast, 1), 50);
            for (Json item : any(Prover.with(facts.item(0), counted), edges, depth + 1)) {
                items(facts, size, 2, 0, item, depth).ifPresent(arrays::add);
            }
        }
        for (Assertion atom : beyond.atoms) {
            if (atom instanceof Assertion.Contains contains && contains.max().isPresent()) {
                int size = (int) Math.min(contains.max().get() + 1, 50);
                List<Json> values = spread(Prover.with(facts.item(0), contains.schema()), depth);
                if (!values.isEmpty()) {
                    arrays.add(new Json.Arr(Collections.nCopies(size, values.get(0))));
                    arrays.add(new Json.Arr(values.stream().limit(size).toList()));
                }
            }
        }
        return arrays;
    }

    private static Optional<SchemaId> contains(Assertion atom) {
        return atom instanceof Assertion.Contains contains ? Optional.of(contains.schema()) : Optional.empty();
    }

    /** Makes an array; the variants differ in whether items are all the same, all distinct, or what {@code contains} asks for. */
    private Optional<Json> items(Facts facts, int size, int variant, int fixed, @Nullable Json value, int depth) {
        List<Json> items = new ArrayList<>();
        Map<Set<SchemaId>, List<Json>> made = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            if (i == fixed && value != null) {
                items.add(value);
                continue;
            }
            Set<SchemaId> wanted = facts.item(i);
            if (variant == 2) {
                for (Assertion atom : facts.atoms) {
                    if (atom instanceof Assertion.Contains contains && i < Math.max(1, contains.min())) {
                        wanted = Prover.with(wanted, contains.schema());
                    }
                }
            }
            List<Json> values = made.computeIfAbsent(
                    wanted, ids -> variant == 1 ? spread(ids, depth) : any(ids, Set.of(), depth + 1));
            if (values.isEmpty()) {
                return Optional.empty();
            }
            items.add(values.get(variant == 0 ? 0 : i % values.size()));
        }
        return Optional.of(new Json.Arr(items));
    }

    private List<Json> spread(Set<SchemaId> ids, int depth) {
        List<Json> values = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            values.addAll(values(kind, ids, Set.of(), depth + 1));
        }
        return values;
    }

    private List<Json> objects(Facts facts, Facts beyond, int depth) {
        List<Json> objects = new ArrayList<>();
        object(facts, Map.of(), Set.of(), depth).ifPresent(objects::add);
        Set<String> optional = new LinkedHashSet<>(facts.known);
        optional.addAll(beyond.known);
        for (Assertion atom : beyond.atoms) {
            if (atom instanceof Assertion.DependentRequired dependent) {
                optional.addAll(dependent.names().keySet());
            }
        }
        for (Facts.Choice choice : beyond.choices) {
            if (choice instanceof Facts.Choice.Dependent dependent) {
                optional.add(dependent.name());
            }
        }
        for (String name : optional) {
            if (!facts.required.contains(name)) {
                object(facts, Map.of(), Set.of(name), depth).ifPresent(objects::add);
            }
        }
        object(facts, Map.of(), optional, depth).ifPresent(objects::add);
        object(facts, Map.of(), Set.of(fresh(facts)), depth).ifPresent(objects::add);
        for (Assertion atom : concat(facts.atoms, beyond.atoms)) {
            if (atom instanceof Assertion.MinProperties count) {
                sized(facts, optional, count.count(), depth, objects);
            } else if (atom instanceof Assertion.MaxProperties count) {
                sized(facts, optional, count.count(), depth, objects);
                sized(facts, optional, count.count() + 1, depth, objects);
            } else if (atom instanceof Assertion.PatternProperties properties) {
                for (String pattern : properties.schemas().keySet()) {
                    PatternSamples.of(pattern).stream()
                            .limit(3)
                            .forEach(name ->
                                    object(facts, Map.of(), Set.of(name), depth).ifPresent(objects::add));
                }
            } else if (atom instanceof Assertion.PropertyNames all) {
                for (Json name : values(Kind.STRING, Set.of(), Set.of(all.schema()), depth + 1)) {
                    if (name instanceof Json.Str text) {
                        object(facts, Map.of(), Set.of(text.value()), depth).ifPresent(objects::add);
                    }
                }
            }
        }
        return objects;
    }

    private void sized(Facts facts, Set<String> optional, long count, int depth, List<Json> objects) {
        Set<String> more = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(optional);
        for (int i = 0; i < 50; i++) {
            names.add("member" + i);
        }
        for (String name : names) {
            if (facts.required.size() + more.size() < count && !facts.required.contains(name)) {
                more.add(name);
            }
        }
        object(facts, Map.of(), more, depth).ifPresent(objects::add);
    }

    private static String fresh(Facts facts) {
        String name = "other";
        while (facts.known.contains(name)) {
            name += "1";
        }
        return name;
    }

    /** Makes an object with its required members, the given ones, and as many of the optional ones as can have a value. */
    private Optional<Json> object(Facts facts, Map<String, Json> given, Set<String> optional, int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : facts.required) {
            Json value = given.get(name);
            if (value == null) {
                List<Json> values = any(facts.member(name), Set.of(), depth + 1);
                if (values.isEmpty()) {
                    return Optional.empty();
                }
                value = values.get(0);
            }
            members.put(name, value);
        }
        given.forEach(members::putIfAbsent);
        for (String name : optional) {
            if (!members.containsKey(name)) {
                List<Json> values = any(facts.member(name), Set.of(), depth + 1);
                if (!values.isEmpty()) {
                    members.put(name, values.get(0));
                }
            }
        }
        for (Assertion atom : facts.atoms) {
            if (atom instanceof Assertion.DependentRequired dependent) {
                dependent.names().forEach((name, needed) -> {
                    if (members.containsKey(name)) {
                        needed.forEach(one -> any(facts.member(one), Set.of(), depth + 1).stream()
                                .findFirst()
                                .ifPresent(value -> members.putIfAbsent(one, value)));
                    }
                });
            }
        }
        for (int i = 0; members.size() < facts.atLeast && i < 50; i++) {
            String name = "member" + i;
            any(facts.member(name), Set.of(), depth + 1).stream()
                    .findFirst()
                    .ifPresent(value -> members.putIfAbsent(name, value));
        }
        return Optional.of(new Json.Obj(members));
    }

    /** Makes objects around a member, in each way that the open choices allow. */
    List<Json> objects(Set<SchemaId> around, String name, Json value) {
        Set<Json> made = new LinkedHashSet<>();
        for (Set<SchemaId> way : ways(around, Kind.OBJECT)) {
            Facts facts = prover.facts(Kind.OBJECT, way);
            object(facts, Map.of(name, value), Set.of(), 1).ifPresent(made::add);
            object(facts, Map.of(name, value), facts.known, 1).ifPresent(made::add);
        }
        return made.stream().filter(one -> graph.isValid(around, one)).toList();
    }

    /** Makes arrays around an item. */
    List<Json> arrays(Set<SchemaId> around, int position, Json value) {
        Set<Json> made = new LinkedHashSet<>();
        for (Set<SchemaId> way : ways(around, Kind.ARRAY)) {
            Facts facts = prover.facts(Kind.ARRAY, way);
            for (int size : Arrays.asList(position + 1, (int) Math.max(position + 1, Math.min(facts.atLeast, 50)))) {
                for (int variant = 0; variant < 3; variant++) {
                    items(facts, size, variant, position, value, 1).ifPresent(made::add);
                }
            }
        }
        return made.stream().filter(one -> graph.isValid(around, one)).toList();
    }

    private List<Set<SchemaId>> ways(Set<SchemaId> ids, Kind kind) {
        List<Set<SchemaId>> ways = new ArrayList<>();
        ways.add(ids);
        for (int i = 0; i < ways.size() && ways.size() < MAX_VALUES; i++) {
            Facts facts = prover.facts(kind, ways.get(i));
            for (Facts.Choice choice : facts.choices) {
                if (!prover.isTaken(facts, choice)) {
                    prover.branches(facts, choice).forEach(branch -> ways.add(branch.facts()));
                    break;
                }
            }
        }
        return ways;
    }
}
