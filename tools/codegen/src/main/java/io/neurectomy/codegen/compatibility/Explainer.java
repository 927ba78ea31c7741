package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where two schemas differ if it is not proved that the one lies within the other: down to members, items and variants. */
final class Explainer {

    private static final int MAX_DIFFERENCES = 100;

    private static final int LONGEST_TEXT = 120;

    private final MergedGraph graph;
    private final Prover prover;
    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();

    Explainer(MergedGraph graph, Prover prover) {
        this.graph = graph;
        this.prover = prover;
    }

    List<Difference> differences() {
        explain(Set.of(graph.writer()), graph.writer(), graph.reader(), List.of());
        return differences;
    }

    private void explain(Set<SchemaId> facts, SchemaId writer, SchemaId reader, List<Step> path) {
        if (differences.size() >= MAX_DIFFERENCES || !seen.add(List.of(facts, reader))) {
            return;
        }
        List<Kind> refused = new ArrayList<>();
        Set<Assertion> told = new HashSet<>();
        for (Kind kind : Kind.values()) {
            if (prover.proves(kind, facts, Set.of(reader))) {
                continue;
            }
            if (isRefused(kind, reader, new HashSet<>())) {
                refused.add(kind);
            } else {
                assertions(new Place(prover.facts(kind, facts), writer, reader, path), told);
            }
        }
        for (Kind kind : refused) {
            // A number that may be anything is both; one finding is enough.
            if (kind == Kind.INTEGER && refused.contains(Kind.FRACTION)) {
                continue;
            }
            Place place = new Place(prover.facts(kind, facts), writer, reader, path);
            if (isNever(reader, new HashSet<>())) {
                add(
                        place,
                        path.isEmpty() ? "nothing-allowed" : "value-forbidden",
                        "",
                        kinds(facts),
                        "nothing",
                        List.of());
                return;
            }
            add(place, "type-narrowed", "type", kinds(facts), kinds(Set.of(reader)), List.of());
        }
    }

    /** Where a difference is: what holds there, and the two schemas. */
    private record Place(Facts facts, SchemaId writer, SchemaId reader, List<Step> path) {

        Place in(SchemaId inner) {
            return new Place(facts, writer, inner, path);
        }
    }

    private boolean isNever(SchemaId id, Set<SchemaId> visited) {
        return visited.add(id)
                && graph.assertions(id).stream()
                        .anyMatch(assertion -> assertion instanceof Assertion.Never
                                || (assertion instanceof Assertion.Reference reference
                                        && isNever(reference.schema(), visited)));
    }

    /** Returns whether a schema has no value of a kind at all, whatever else it says. */
    private boolean isRefused(Kind kind, SchemaId id, Set<SchemaId> visited) {
        if (!visited.add(id)) {
            return false;
        }
        for (Assertion assertion : graph.assertions(id)) {
            boolean refused = assertion instanceof Assertion.Never
                    || (assertion instanceof Assertion.Types types && !kind.isIn(types.types()))
                    || (assertion instanceof Assertion.Values values
                            && values.values().stream().noneMatch(value -> Kind.of(value) == kind))
                    || (assertion instanceof Assertion.Reference reference
                            && isRefused(kind, reference.schema(), visited))
                    || (assertion instanceof Assertion.AllOf all
                            && all.schemas().stream().anyMatch(one -> isRefused(kind, one, visited)))
                    || (assertion instanceof Assertion.AnyOf any
                            && any.schemas().stream().allMatch(one -> isRefused(kind, one, new HashSet<>(visited))))
                    || (assertion instanceof Assertion.OneOf one
                            && one.schemas().stream()
                                    .allMatch(variant -> isRefused(kind, variant, new HashSet<>(visited))));
            if (refused) {
                return true;
            }
        }
        return false;
    }

    private String kinds(Set<SchemaId> facts) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            boolean possible = !prover.facts(kind, facts).isImpossible()
                    && facts.stream().noneMatch(id -> isRefused(kind, id, new HashSet<>()));
            if (possible) {
                kinds.add(kind == Kind.FRACTION ? "number" : kind.name().toLowerCase(Locale.ROOT));
            }
        }
        if (kinds.contains("number")) {
            kinds.remove("integer");
        }
        return kinds.size() == JsonType.values().length - 1 ? "any" : String.join(", ", kinds);
    }

    private void assertions(Place place, Set<Assertion> told) {
        for (Assertion assertion : graph.assertions(place.reader())) {
            if (!told.contains(assertion) && !prover.follows(place.facts(), assertion, Set.of())) {
                int before = differences.size();
                explain(place, assertion, told);
                if (differences.size() > before) {
                    told.add(assertion);
                }
            }
        }
    }

    private void explain(Place place, Assertion assertion, Set<Assertion> told) {
        if (assertion instanceof Assertion.Reference reference) {
            assertions(place.in(reference.schema()), told);
        } else if (assertion instanceof Assertion.AllOf all) {
            all.schemas().forEach(one -> assertions(place.in(one), told));
        } else if (assertion instanceof Assertion.AnyOf any) {
            variants(place, "anyOf", any.schemas());
        } else if (assertion instanceof Assertion.OneOf one) {
            variants(place, "oneOf", one.schemas());
        } else if (assertion instanceof Assertion.Properties properties) {
            Set<String> failing = Set.copyOf(prover.failingMembers(place.facts(), properties));
            properties.schemas().forEach((name, wanted) -> {
                if (failing.contains(name)) {
                    member(place, name, wanted);
                }
            });
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            properties.schemas().forEach((pattern, schema) -> patterned(place, pattern, schema));
        } else if (assertion instanceof Assertion.AdditionalProperties rest) {
            additional(place, rest);
        } else if (assertion instanceof Assertion.PrefixItems prefix) {
            for (int position : prover.failingItems(place.facts(), prefix)) {
                item(place, position, prefix.schemas().get(position));
            }
        } else if (assertion instanceof Assertion.Items items) {
            for (int position : prover.failingItems(place.facts(), items)) {
                item(place, position, items.schema());
            }
        } else if (assertion instanceof Assertion.Values values) {
            values(place, values);
        } else if (assertion instanceof Assertion.Required required) {
            Set<String> added = new LinkedHashSet<>(required.names());
            added.removeAll(place.facts().required);
            for (String name : added) {
                add(
                        place,
                        "required-added",
                        "required",
                        "'" + name + "' optional",
                        "'" + name + "' required",
                        List.of());
            }
        } else {
            alone(place, assertion);
        }
    }

    private void member(Place place, String name, SchemaId wanted) {
        Set<SchemaId> written = place.facts().member(name);
        explain(
                written,
                first(written, place.writer()),
                wanted,
                deeper(place, new Step(place.facts().schemas, name, -1)));
    }

    private void item(Place place, int position, SchemaId wanted) {
        Set<SchemaId> written = place.facts().item(position);
        explain(
                written,
                first(written, place.writer()),
                wanted,
                deeper(place, new Step(place.facts().schemas, null, position)));
    }

    private static SchemaId first(Set<SchemaId> ids, SchemaId otherwise) {
        return ids.stream().findFirst().orElse(otherwise);
    }

    private static List<Step> deeper(Place place, Step step) {
        List<Step> path = new ArrayList<>(place.path());
        path.add(step);
        return path;
    }

    private void patterned(Place place, String pattern, SchemaId wanted) {
        for (String name : place.facts().known) {
            if (prover.names().match(pattern, name)) {
                member(place, name, wanted);
            }
        }
        PatternSamples.of(pattern).stream()
                .filter(name -> prover.names().match(pattern, name)
                        && !place.facts().known.contains(name))
                .findFirst()
                .ifPresent(name -> member(place, name, wanted));
    }

    private void additional(Place place, Assertion.AdditionalProperties rest) {
        boolean closes = graph.assertions(rest.schema()).contains(new Assertion.Never());
        for (String name : prover.failingMembers(place.facts(), rest)) {
            if (closes) {
                Place inner = new Place(place.facts(), place.writer(), place.reader(), place.path());
                add(
                        inner,
                        "property-removed",
                        "additionalProperties",
                        "'" + name + "' allowed",
                        "'" + name + "' forbidden",
                        List.of());
            } else {
                member(place, name, rest.schema());
            }
        }
        for (Set<String> matched : prover.failingOthers(place.facts(), rest)) {
            String name = matched.stream()
                    .flatMap(pattern -> PatternSamples.of(pattern).stream())
                    .filter(sample ->
                            matched.stream().allMatch(pattern -> prover.names().match(pattern, sample)))
                    .filter(sample -> prover.isRest(rest, sample))
                    .findFirst()
                    .orElse("other");
            if (closes) {
                add(
                        place,
                        "object-closed",
                        "additionalProperties",
                        matched.isEmpty() ? "any further member" : "members that match " + String.join(", ", matched),
                        "none",
                        List.of());
            } else {
                member(place, name, rest.schema());
            }
        }
    }

    private void values(Place place, Assertion.Values values) {
        Optional<List<Json>> before = place.facts().values();
        if (before.isEmpty()) {
            add(place, "enum-added", "enum", "any " + kinds(place.facts().schemas), text(values.values()), List.of());
            return;
        }
        List<Json> removed = before.get().stream()
                .filter(value -> !values.values().contains(value))
                .toList();
        if (!removed.isEmpty()) {
            add(place, "enum-value-removed", "enum", text(before.get()), text(values.values()), removed);
        }
    }

    private static String text(List<Json> values) {
        return cut(values.stream().map(Json::text).collect(Collectors.joining(", ")));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
    }

    /** Explains a union: each way to write is held against the variant that it fits best. */
    private void variants(Place place, String keyword, List<SchemaId> variants) {
        List<Prover.Branch> ways = ways(place.facts());
        int before = differences.size();
        for (Prover.Branch way : ways) {
            if (prover.proves(place.facts().kind, way.facts(), Set.copyOf(variants))) {
                continue;
            }
            SchemaId written = way.facts().stream()
                    .filter(id -> !place.facts().schemas.contains(id))
                    .findFirst()
                    .orElse(place.writer());
            Optional<SchemaId> best = best(place.facts().kind, way.facts(), variants);
            if (best.isPresent()) {
                explain(way.facts(), written, best.get(), place.path());
            } else {
                Place at =
                        new Place(prover.facts(place.facts().kind, way.facts()), written, place.reader(), place.path());
                add(at, "variant-removed", keyword, label(written), "no variant for it", List.of());
            }
        }
        if (differences.size() == before) {
            add(
                    place,
                    keyword.equals("oneOf") ? "variants-overlap" : "variants-narrowed",
                    keyword,
                    kinds(place.facts().schemas),
                    variants.size() + " variants",
                    List.of());
        }
    }

    private String label(SchemaId id) {
        String key = graph.schema(id).key();
        return key.isEmpty() ? "the variant at " + graph.schema(id).location() : "the variant " + key;
    }

    private List<Prover.Branch> ways(Facts facts) {
        for (Facts.Choice choice : facts.choices) {
            if (!prover.isTaken(facts, choice)
                    && (choice instanceof Facts.Choice.Any || choice instanceof Facts.Choice.One)) {
                return prover.branches(facts, choice);
            }
        }
        return List.of(new Prover.Branch(facts.schemas, List.of()));
    }

    private Optional<SchemaId> best(Kind kind, Set<SchemaId> facts, List<SchemaId> variants) {
        SchemaId best = null;
        int fewest = Integer.MAX_VALUE;
        for (SchemaId variant : variants) {
            // Nothing can be both: another tag, another type.
            if (isRefused(kind, variant, new HashSet<>())
                    || prover.proves(kind, Prover.with(facts, variant), Set.of())) {
                continue;
            }
            int failing = 0;
            Facts known = prover.facts(kind, facts);
            for (SchemaId one : prover.facts(kind, Set.of(variant)).schemas) {
                for (Assertion assertion : graph.assertions(one)) {
                    failing += prover.follows(known, assertion, Set.of()) ? 0 : 1;
                }
            }
            if (failing < fewest) {
                fewest = failing;
                best = variant;
            }
        }
        return Optional.ofNullable(best);
    }

    private void alone(Place place, Assertion assertion) {
        Facts facts = place.facts();
        if (assertion instanceof Assertion.Minimum bound) {
            bound(
                    place,
                    "minimum",
                    facts.min == null ? "none" : plain(facts.min),
                    plain(bound.bound()),
                    bound.exclusive());
        } else if (assertion instanceof Assertion.Maximum bound) {
            bound(
                    place,
                    "maximum",
                    facts.max == null ? "none" : plain(facts.max),
                    plain(bound.bound()),
                    bound.exclusive());
        } else if (assertion instanceof Assertion.MultipleOf divisor) {
            add(
                    place,
                    "divisor-changed",
                    "multipleOf",
                    stated(facts, "multipleOf"),
                    plain(divisor.divisor()),
                    List.of());
        } else if (assertion instanceof Assertion.MinLength length) {
            bound(place, "minLength", String.valueOf(facts.atLeast), String.valueOf(length.length()), false);
        } else if (assertion instanceof Assertion.MaxLength length) {
            bound(place, "maxLength", most(facts), String.valueOf(length.length()), false);
        } else if (assertion instanceof Assertion.MinItems count) {
            bound(place, "minItems", String.valueOf(facts.atLeast), String.valueOf(count.count()), false);
        } else if (assertion instanceof Assertion.MaxItems count) {
            bound(place, "maxItems", most(facts), String.valueOf(count.count()), false);
        } else if (assertion instanceof Assertion.MinProperties count) {
            bound(place, "minProperties", String.valueOf(facts.atLeast), String.valueOf(count.count()), false);
        } else if (assertion instanceof Assertion.MaxProperties count) {
            bound(place, "maxProperties", most(facts), String.valueOf(count.count()), false);
        } else if (assertion instanceof Assertion.Pattern pattern) {
            add(place, "pattern-changed", "pattern", stated(facts, "pattern"), pattern.regex(), List.of());
        } else if (assertion instanceof Assertion.UniqueItems) {
            add(place, "items-unique", "uniqueItems", "items may be equal", "items are distinct", List.of());
        } else if (assertion instanceof Assertion.Contains contains) {
            String wanted = "at least " + contains.min()
                    + contains.max().map(max -> ", at most " + max).orElse("");
            add(place, "contains-tightened", "contains", stated(facts, "contains"), wanted, List.of());
        } else if (assertion instanceof Assertion.DependentRequired dependent) {
            add(
                    place,
                    "required-added",
                    "dependentRequired",
                    "optional",
                    dependent.names().toString(),
                    List.of());
        } else if (assertion instanceof Assertion.PropertyNames) {
            add(place, "names-restricted", "propertyNames", "other names", "fewer names", List.of());
        } else {
            String keyword = keyword(assertion);
            add(place, "condition-tightened", keyword, "not asserted, or otherwise", keyword, List.of());
        }
    }

    private static String keyword(Assertion assertion) {
        if (assertion instanceof Assertion.Conditional) {
            return "if";
        } else if (assertion instanceof Assertion.Types) {
            return "type";
        } else if (assertion instanceof Assertion.Never) {
            return "";
        }
        String name = assertion.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void bound(Place place, String keyword, String was, String is, boolean exclusive) {
        add(place, "bound-tightened", keyword, was, exclusive ? is + ", exclusive" : is, List.of());
    }

    private static String most(Facts facts) {
        return facts.atMost == Long.MAX_VALUE ? "unbounded" : String.valueOf(facts.atMost);
    }

    private static String stated(Facts facts, String keyword) {
        String all = facts.atoms.stream()
                .filter(atom -> keyword(atom).equals(keyword))
                .map(atom -> atom instanceof Assertion.Pattern pattern
                        ? pattern.regex()
                        : atom instanceof Assertion.MultipleOf divisor ? plain(divisor.divisor()) : "another")
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static String plain(BigDecimal number) {
        return new Json.Num(number).text();
    }

    private void add(Place place, String rule, String keyword, String was, String is, List<Json> values) {
        if (differences.size() < MAX_DIFFERENCES) {
            differences.add(new Difference(
                    rule,
                    place.writer(),
                    place.reader(),
                    keyword,
                    cut(was),
                    cut(is),
                    place.path(),
                    place.facts().kind,
                    place.facts().schemas,
                    place.reader(),
                    values));
        }
    }
}
