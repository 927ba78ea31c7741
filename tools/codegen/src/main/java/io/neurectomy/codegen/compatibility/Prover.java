package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves that one set of documents lies within another. A sequent {@code facts ⊢ goals} says that every value for which all
 * the facts hold is valid under at least one of the goals; its rules are those of the sequent calculus for {@code allOf},
 * {@code anyOf}, {@code oneOf}, {@code not} and {@code if}, and for each keyword one about members, items and bounds.
 *
 * <p>Recursive schemas lead back to a sequent that is being proved. It may then be taken as proved if a member or an item
 * lies between: documents are finite, so this is induction over their depth. Without one between it proves nothing.
 *
 * <p>What is proved holds. What is not proved may hold all the same.
 */
final class Prover {

    private static final int MAX_STEPS = 200_000;

    private static final int MAX_DEPTH = 400;

    /** What a set of goals may grow to when their assertions are combined. */
    private static final int MAX_COMBINATIONS = 32;

    private final MergedGraph graph;
    private final Names names = new Names();
    private final Map<Sequent, Boolean> known = new HashMap<>();
    private final Map<Sequent, Integer> running = new HashMap<>();
    private final Set<Sequent> assumed = new LinkedHashSet<>();
    private final List<Sequent> proved = new ArrayList<>();
    private int depth;
    private int nesting;
    private int steps;

    /** Every value that all facts hold for satisfies a goal. */
    private record Sequent(Kind kind, Set<SchemaId> facts, Set<SchemaId> goals) {}

    Prover(MergedGraph graph) {
        this.graph = graph;
    }

    Names names() {
        return names;
    }

    Facts facts(Kind kind, Set<SchemaId> ids) {
        return new Facts(graph, names, kind, ids);
    }

    /** Returns whether every value that is valid under all facts is proved to be valid under a goal. */
    boolean proves(Set<SchemaId> facts, Set<SchemaId> goals) {
        for (SchemaId goal : goals) {
            if (same(facts).contains(graph.same(goal)) || graph.assertions(goal).isEmpty()) {
                return true;
            }
        }
        for (Kind kind : Kind.values()) {
            if (!proves(kind, facts, goals)) {
                return false;
            }
        }
        return true;
    }

    boolean proves(Kind kind, Set<SchemaId> facts, Set<SchemaId> goals) {
        Sequent sequent = new Sequent(kind, same(facts), same(goals));
        Boolean answer = known.get(sequent);
        if (answer != null) {
            return answer;
        }
        Integer since = running.get(sequent);
        if (since != null) {
            assumed.add(sequent);
            return since < depth;
        }
        if (++steps > MAX_STEPS || nesting > MAX_DEPTH) {
            return false;
        }
        int mark = proved.size();
        running.put(sequent, depth);
        nesting++;
        boolean result = decide(facts(kind, facts), goals);
        nesting--;
        running.remove(sequent);
        if (result) {
            proved.add(sequent);
        } else if (assumed.remove(sequent)) {
            // What was proved meanwhile may rest on this one.
            List<Sequent> doubtful = proved.subList(mark, proved.size());
            doubtful.forEach(known::remove);
            doubtful.clear();
        }
        known.put(sequent, result);
        return result;
    }

    private Set<SchemaId> same(Set<SchemaId> ids) {
        return ids.stream().map(graph::same).collect(Collectors.toUnmodifiableSet());
    }

    private boolean decide(Facts facts, Set<SchemaId> goals) {
        if (facts.isImpossible()) {
            return true;
        }
        Set<SchemaId> all = new LinkedHashSet<>(goals);
        // A fact that is denied is one more way to be right.
        all.addAll(facts.denied);
        if (all.stream().anyMatch(facts::includes)) {
            return true;
        }
        Optional<List<Json>> values = facts.values();
        if (values.isPresent() && all.stream().noneMatch(graph::isMadeUp)) {
            return values.get().stream().allMatch(value -> all.stream().anyMatch(goal -> graph.isValid(goal, value)));
        }
        if (isEmptyInside(facts)) {
            return true;
        }
        for (SchemaId goal : all) {
            if (reaches(facts, goal, without(all, goal))) {
                return true;
            }
        }
        if (!facts.choices.isEmpty()) {
            return splits(facts, all);
        }
        return splitsByTag(facts, all) || combines(facts, all);
    }

    /** Returns whether a member that must be there, or an item, can't have any value. */
    private boolean isEmptyInside(Facts facts) {
        if (facts.kind == Kind.OBJECT) {
            for (String name : facts.required) {
                if (inside(facts.member(name), Set.of())) {
                    return true;
                }
            }
        } else if (facts.kind == Kind.ARRAY) {
            for (int i = 0; i < Math.min(facts.atLeast, facts.positions + 1L); i++) {
                if (inside(facts.item(i), Set.of())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean inside(Set<SchemaId> facts, Set<SchemaId> goals) {
        depth++;
        boolean result = proves(facts, goals);
        depth--;
        return result;
    }

    private boolean inside(Set<SchemaId> facts, SchemaId goal) {
        return inside(facts, Set.of(goal));
    }

    /** Returns whether every assertion of a goal follows. */
    private boolean reaches(Facts facts, SchemaId goal, Set<SchemaId> others) {
        for (Assertion assertion : graph.assertions(goal)) {
            if (!follows(facts, assertion, others)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether an assertion follows, or else one of the other goals. */
    boolean follows(Facts facts, Assertion assertion, Set<SchemaId> others) {
        Kind kind = facts.kind;
        if (kind.isFreeOf(assertion)) {
            return true;
        } else if (assertion instanceof Assertion.Reference reference) {
            return proves(kind, facts.schemas, with(others, reference.schema()));
        } else if (assertion instanceof Assertion.AllOf all) {
            return all.schemas().stream().allMatch(one -> proves(kind, facts.schemas, with(others, one)));
        } else if (assertion instanceof Assertion.AnyOf any) {
            return proves(kind, facts.schemas, with(others, any.schemas()));
        } else if (assertion instanceof Assertion.OneOf one) {
            return proves(kind, facts.schemas, with(others, one.schemas())) && areExclusive(facts, one, others);
        } else if (assertion instanceof Assertion.Not not) {
            return proves(kind, with(facts.schemas, not.schema()), others);
        } else if (assertion instanceof Assertion.Conditional conditional) {
            return conditional
                            .then()
                            .map(then -> proves(kind, with(facts.schemas, conditional.condition()), with(others, then)))
                            .orElse(true)
                    && conditional
                            .otherwise()
                            .map(otherwise -> proves(
                                    kind, facts.schemas, with(others, List.of(conditional.condition(), otherwise))))
                            .orElse(true);
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            return dependent.schemas().entrySet().stream()
                    .allMatch(one -> facts.member(one.getKey()).stream().anyMatch(facts::isNever)
                            || proves(kind, with(facts.schemas, has(one.getKey())), with(others, one.getValue())));
        }
        return followsAlone(facts, assertion);
    }

    private boolean areExclusive(Facts facts, Assertion.OneOf one, Set<SchemaId> others) {
        List<SchemaId> variants = one.schemas();
        for (int i = 0; i < variants.size(); i++) {
            for (int j = i + 1; j < variants.size(); j++) {
                Set<SchemaId> both = Set.of(variants.get(i), variants.get(j));
                if (!proves(facts.kind, both, Set.of()) && !proves(facts.kind, with(facts.schemas, both), others)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether the goals are reached whichever way the first open choice of the facts is taken. */
    private boolean splits(Facts facts, Set<SchemaId> goals) {
        for (Facts.Choice choice : facts.choices) {
            if (isTaken(facts, choice)) {
                continue;
            }
            return branches(facts, choice).stream()
                    .allMatch(branch -> proves(facts.kind, branch.facts(), with(goals, branch.denied())));
        }
        return splitsByTag(facts, goals) || combines(facts, goals);
    }

    /** One way to satisfy a choice. */
    record Branch(Set<SchemaId> facts, List<SchemaId> denied) {}

    /** Returns the ways in which a choice of the facts can be taken. */
    List<Branch> branches(Facts facts, Facts.Choice choice) {
        List<Branch> branches = new ArrayList<>();
        if (choice instanceof Facts.Choice.Any any) {
            any.schemas().forEach(one -> branches.add(new Branch(with(facts.schemas, one), List.of())));
        } else if (choice instanceof Facts.Choice.One variants) {
            for (SchemaId one : variants.schemas()) {
                branches.add(new Branch(
                        with(facts.schemas, one),
                        variants.schemas().stream()
                                .filter(other -> !other.equals(one))
                                .toList()));
            }
        } else if (choice instanceof Facts.Choice.If ways) {
            Assertion.Conditional conditional = ways.conditional();
            Set<SchemaId> holds = with(facts.schemas, conditional.condition());
            branches.add(
                    new Branch(conditional.then().map(then -> with(holds, then)).orElse(holds), List.of()));
            branches.add(new Branch(
                    conditional
                            .otherwise()
                            .map(otherwise -> with(facts.schemas, otherwise))
                            .orElse(new LinkedHashSet<>(facts.schemas)),
                    List.of(conditional.condition())));
        } else if (choice instanceof Facts.Choice.Dependent dependent) {
            branches.add(new Branch(with(with(facts.schemas, has(dependent.name())), dependent.schema()), List.of()));
            branches.add(new Branch(with(facts.schemas, lacks(dependent.name())), List.of()));
        }
        return branches;
    }

    /** Returns whether the facts have decided a choice, so that to take it again would lead nowhere new. */
    boolean isTaken(Facts facts, Facts.Choice choice) {
        if (choice instanceof Facts.Choice.Any any) {
            return any.schemas().stream().anyMatch(facts::includes);
        } else if (choice instanceof Facts.Choice.One one) {
            return one.schemas().stream().anyMatch(facts::includes);
        } else if (choice instanceof Facts.Choice.If ways) {
            Assertion.Conditional conditional = ways.conditional();
            return facts.includes(conditional.condition())
                    || conditional
                            .otherwise()
                            .map(facts::includes)
                            .orElse(conditional.then().isEmpty());
        } else if (choice instanceof Facts.Choice.Dependent dependent) {
            return facts.includes(dependent.schema()) || facts.includes(lacks(dependent.name()));
        }
        return true;
    }

    /** Looks at each value of a member by itself, if it must be there and has few: variants are told apart by such a tag. */
    private boolean splitsByTag(Facts facts, Set<SchemaId> goals) {
        if (facts.kind != Kind.OBJECT || goals.size() < 2) {
            return false;
        }
        for (String name : facts.required) {
            Set<SchemaId> member = facts.member(name);
            Optional<List<Json>> values = Optional.empty();
            for (SchemaId id : member) {
                if (values.isEmpty()) {
                    values = listed(id);
                }
            }
            if (values.isPresent() && values.get().size() > 1 && values.get().size() <= 100) {
                return values.get().stream()
                        .allMatch(value -> proves(Kind.OBJECT, with(facts.schemas, has(name, value)), goals));
            }
        }
        return false;
    }

    private Optional<List<Json>> listed(SchemaId id) {
        for (Kind kind : Kind.values()) {
            for (Assertion atom : facts(kind, Set.of(id)).atoms) {
                if (atom instanceof Assertion.Values values) {
                    return Optional.of(values.values());
                }
            }
        }
        return Optional.empty();
    }

    /** Proves that whichever assertion of one goal fails, another goal is reached: by all combinations, if they are few. */
    private boolean combines(Facts facts, Set<SchemaId> goals) {
        if (goals.size() < 2) {
            return false;
        }
        long combinations = 1;
        for (SchemaId goal : goals) {
            combinations *= Math.max(1, graph.assertions(goal).size());
            if (combinations > MAX_COMBINATIONS) {
                return false;
            }
        }
        for (SchemaId goal : goals) {
            List<Assertion> assertions = graph.assertions(goal);
            if (assertions.size() > 1) {
                Set<SchemaId> others = without(goals, goal);
                return assertions.stream()
                        .allMatch(one -> proves(facts.kind, facts.schemas, with(others, graph.schema(one))));
            }
        }
        return false;
    }

    SchemaId has(String name) {
        return graph.schema(new Assertion.Required(Set.of(name)));
    }

    private SchemaId lacks(String name) {
        return graph.schema(new Assertion.Properties(Map.of(name, graph.schema(new Assertion.Never()))));
    }

    private SchemaId has(String name, Json value) {
        SchemaId literal = graph.schema(new Assertion.Values(List.of(value)));
        return graph.schema(new Assertion.Properties(Map.of(name, literal)));
    }

    /** Returns whether an assertion that offers no choice follows from the facts. */
    private boolean followsAlone(Facts facts, Assertion assertion) {
        if (facts.atoms.contains(assertion)) {
            return !(assertion instanceof Assertion.UnevaluatedItems)
                    && !(assertion instanceof Assertion.UnevaluatedProperties);
        } else if (assertion instanceof Assertion.Types types) {
            return facts.kind.isIn(types.types());
        } else if (assertion instanceof Assertion.Minimum bound) {
            int order = facts.min == null ? -1 : facts.min.compareTo(bound.bound());
            return order > 0 || (order == 0 && (!bound.exclusive() || facts.minExclusive));
        } else if (assertion instanceof Assertion.Maximum bound) {
            int order = facts.max == null ? 1 : facts.max.compareTo(bound.bound());
            return order < 0 || (order == 0 && (!bound.exclusive() || facts.maxExclusive));
        } else if (assertion instanceof Assertion.MultipleOf divisor) {
            return (facts.kind == Kind.INTEGER && divides(divisor.divisor(), BigDecimal.ONE))
                    || facts.atoms.stream()
                            .anyMatch(atom -> atom instanceof Assertion.MultipleOf other
                                    && divides(divisor.divisor(), other.divisor()));
        } else if (assertion instanceof Assertion.MinLength length) {
            return facts.atLeast >= length.length();
        } else if (assertion instanceof Assertion.MaxLength length) {
            return facts.atMost <= length.length();
        } else if (assertion instanceof Assertion.Pattern pattern) {
            // Every string has a beginning and an end.
            return Set.of("", "^", "$", ".*", "^.*", ".*$").contains(pattern.regex());
        }
        return facts.kind == Kind.ARRAY
                ? itemsFollow(facts, assertion)
                : facts.kind == Kind.OBJECT && membersFollow(facts, assertion);
    }

    private static boolean divides(BigDecimal divisor, BigDecimal number) {
        // The scales of numbers such as 1e-999999999 would take for ever to align.
        return Math.abs((long) divisor.scale()) < 1000
                && Math.abs((long) number.scale()) < 1000
                && number.remainder(divisor).signum() == 0;
    }

    private boolean itemsFollow(Facts facts, Assertion assertion) {
        if (assertion instanceof Assertion.MinItems count) {
            return facts.atLeast >= count.count();
        } else if (assertion instanceof Assertion.MaxItems count) {
            return facts.atMost <= count.count();
        } else if (assertion instanceof Assertion.UniqueItems) {
            return facts.atMost <= 1;
        } else if (assertion instanceof Assertion.PrefixItems prefix) {
            return failingItems(facts, prefix).isEmpty();
        } else if (assertion instanceof Assertion.Items items) {
            return failingItems(facts, items).isEmpty();
        } else if (assertion instanceof Assertion.Contains contains) {
            return holdsEnough(facts, contains) && holdsNotTooMany(facts, contains);
        }
        return false;
    }

    /** Returns the positions whose items are not proved to be as {@code prefixItems} wants them. */
    List<Integer> failingItems(Facts facts, Assertion.PrefixItems prefix) {
        List<Integer> failing = new ArrayList<>();
        for (int i = 0; i < prefix.schemas().size() && i < facts.atMost; i++) {
            if (!inside(facts.item(i), prefix.schemas().get(i))) {
                failing.add(i);
            }
        }
        return failing;
    }

    /** Returns the positions whose items are not proved to be as {@code items} wants them. */
    List<Integer> failingItems(Facts facts, Assertion.Items items) {
        List<Integer> failing = new ArrayList<>();
        for (int i = items.from(); i <= Math.max(facts.positions, items.from()) && i < facts.atMost; i++) {
            if (!inside(facts.item(i), items.schema())) {
                failing.add(i);
            }
        }
        return failing;
    }

    private boolean holdsEnough(Facts facts, Assertion.Contains contains) {
        if (contains.min() == 0) {
            return true;
        }
        for (Assertion atom : facts.atoms) {
            if (atom instanceof Assertion.Contains other
                    && other.min() >= contains.min()
                    && inside(Set.of(other.schema()), contains.schema())) {
                return true;
            }
        }
        if (facts.atLeast < contains.min()) {
            return false;
        }
        long sure = 0;
        for (int i = 0; i < facts.positions && i < facts.atLeast; i++) {
            sure += inside(facts.item(i), contains.schema()) ? 1 : 0;
        }
        return sure >= contains.min()
                || (sure + facts.atLeast - facts.positions >= contains.min()
                        && inside(facts.item(facts.positions), contains.schema()));
    }

    private boolean holdsNotTooMany(Facts facts, Assertion.Contains contains) {
        if (contains.max().isEmpty() || facts.atMost <= contains.max().get()) {
            return true;
        }
        long max = contains.max().get();
        return facts.atoms.stream()
                .anyMatch(atom -> atom instanceof Assertion.Contains other
                        && other.max().isPresent()
                        && other.max().get() <= max
                        && inside(Set.of(contains.schema()), other.schema()));
    }

    private boolean membersFollow(Facts facts, Assertion assertion) {
        if (assertion instanceof Assertion.Required list) {
            return facts.required.containsAll(list.names());
        } else if (assertion instanceof Assertion.MinProperties count) {
            return facts.atLeast >= count.count() || facts.required.size() >= count.count();
        } else if (assertion instanceof Assertion.MaxProperties count) {
            return facts.atMost <= count.count() || (facts.known.size() <= count.count() && isClosed(facts));
        } else if (assertion instanceof Assertion.DependentRequired dependent) {
            return dependent.names().entrySet().stream()
                    .allMatch(one -> isRequiredWith(facts, one.getKey(), one.getValue()));
        } else if (assertion instanceof Assertion.Properties properties) {
            return failingMembers(facts, properties).isEmpty();
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            return failingMembers(facts, properties).isEmpty()
                    && failingOthers(facts, properties).isEmpty();
        } else if (assertion instanceof Assertion.AdditionalProperties rest) {
            return failingMembers(facts, rest).isEmpty()
                    && failingOthers(facts, rest).isEmpty();
        } else if (assertion instanceof Assertion.PropertyNames all) {
            return namesFollow(facts, all.schema());
        }
        return false;
    }

    private boolean isClosed(Facts facts) {
        return facts.others(Set.of())
                .map(classes -> classes.values().stream().allMatch(ids -> inside(ids, Set.of())))
                .orElse(false);
    }

    private static boolean isRequiredWith(Facts facts, String name, Set<String> needed) {
        if (facts.required.containsAll(needed) || facts.member(name).stream().anyMatch(facts::isNever)) {
            return true;
        }
        Set<String> sure = new LinkedHashSet<>(facts.required);
        for (Assertion atom : facts.atoms) {
            if (atom instanceof Assertion.DependentRequired other) {
                sure.addAll(other.names().getOrDefault(name, Set.of()));
            }
        }
        return sure.containsAll(needed);
    }

    List<String> failingMembers(Facts facts, Assertion.Properties properties) {
        return properties.schemas().entrySet().stream()
                .filter(one -> !inside(facts.member(one.getKey()), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> failingMembers(Facts facts, Assertion.PatternProperties properties) {
        return facts.known.stream()
                .filter(name -> properties.schemas().entrySet().stream()
                        .anyMatch(
                                one -> names.match(one.getKey(), name) && !inside(facts.member(name), one.getValue())))
                .toList();
    }

    List<String> failingMembers(Facts facts, Assertion.AdditionalProperties rest) {
        return facts.known.stream()
                .filter(name -> isRest(rest, name) && !inside(facts.member(name), rest.schema()))
                .toList();
    }

    boolean isRest(Assertion.AdditionalProperties rest, String name) {
        return !rest.names().contains(name)
                && rest.patterns().stream().noneMatch(pattern -> names.match(pattern, name));
    }

    /** Returns the classes of names whose members are not proved to be as wanted; no class at all if they can't be told apart. */
    List<Set<String>> failingOthers(Facts facts, Assertion.PatternProperties properties) {
        Optional<Map<Set<String>, Set<SchemaId>>> classes =
                facts.others(properties.schemas().keySet());
        if (classes.isEmpty()) {
            return List.of(Set.of());
        }
        return classes.get().entrySet().stream()
                .filter(one -> properties.schemas().entrySet().stream()
                        .anyMatch(wanted ->
                                one.getKey().contains(wanted.getKey()) && !inside(one.getValue(), wanted.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Set<String>> failingOthers(Facts facts, Assertion.AdditionalProperties rest) {
        Optional<Map<Set<String>, Set<SchemaId>>> classes = facts.others(rest.patterns());
        if (classes.isEmpty()) {
            return List.of(Set.of());
        }
        return classes.get().entrySet().stream()
                .filter(one -> rest.patterns().stream().noneMatch(one.getKey()::contains)
                        && !inside(one.getValue(), rest.schema()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean namesFollow(Facts facts, SchemaId wanted) {
        Set<SchemaId> stated = new LinkedHashSet<>();
        for (Assertion atom : facts.atoms) {
            if (atom instanceof Assertion.PropertyNames other) {
                stated.add(other.schema());
            }
        }
        stated.add(graph.schema(new Assertion.Types(Set.of(JsonType.STRING))));
        if (inside(stated, wanted)) {
            return true;
        }
        for (String name : facts.known) {
            if (!graph.isValid(wanted, new Json.Str(name)) && !inside(facts.member(name), Set.of())) {
                return false;
            }
        }
        Optional<Map<Set<String>, Set<SchemaId>>> classes = facts.others(Set.of());
        if (classes.isEmpty()) {
            return false;
        }
        for (var one : classes.get().entrySet()) {
            Set<SchemaId> name = new LinkedHashSet<>(stated);
            one.getKey().forEach(pattern -> name.add(graph.schema(new Assertion.Pattern(pattern))));
            if (!inside(name, wanted) && !inside(one.getValue(), Set.of())) {
                return false;
            }
        }
        return true;
    }

    static Set<SchemaId> with(Set<SchemaId> ids, SchemaId id) {
        Set<SchemaId> all = new LinkedHashSet<>(ids);
        all.add(id);
        return all;
    }

    static Set<SchemaId> with(Set<SchemaId> ids, Iterable<SchemaId> more) {
        Set<SchemaId> all = new LinkedHashSet<>(ids);
        more.forEach(all::add);
        return all;
    }

    private static Set<SchemaId> without(Set<SchemaId> ids, SchemaId id) {
        Set<SchemaId> rest = new LinkedHashSet<>(ids);
        rest.remove(id);
        return rest;
    }
}
