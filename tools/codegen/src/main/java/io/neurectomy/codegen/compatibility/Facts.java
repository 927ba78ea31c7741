package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value of one kind for which some schemas hold: their assertions together, without those that offer a
 * choice, which are kept apart.
 */
final class Facts {

    /** More patterns than this divide the names into too many classes to look at each. */
    private static final int MAX_PATTERNS = 6;

    /** A choice that a schema leaves open. */
    sealed interface Choice {
        /** {@code anyOf}. */
        record Any(List<SchemaId> schemas) implements Choice {}

        /** {@code oneOf}. */
        record One(List<SchemaId> schemas) implements Choice {}

        /** {@code if}. */
        record If(Assertion.Conditional conditional) implements Choice {}

        /** {@code dependentSchemas} of one member. */
        record Dependent(String name, SchemaId schema) implements Choice {}
    }

    final MergedGraph graph;
    final Names names;
    final Kind kind;
    final Set<SchemaId> schemas = new LinkedHashSet<>();
    private final Set<SchemaId> same = new LinkedHashSet<>();
    final List<Assertion> atoms = new ArrayList<>();
    final List<Choice> choices = new ArrayList<>();
    final List<SchemaId> denied = new ArrayList<>();
    final Set<String> required = new LinkedHashSet<>();
    final Set<String> known = new LinkedHashSet<>();
    final Set<String> patterns = new LinkedHashSet<>();
    private boolean impossible;

    @Nullable
    BigDecimal min;

    boolean minExclusive;

    @Nullable
    BigDecimal max;

    boolean maxExclusive;

    long atLeast;
    long atMost = Long.MAX_VALUE;
    int positions;

    Facts(MergedGraph graph, Names names, Kind kind, Set<SchemaId> ids) {
        this.graph = graph;
        this.names = names;
        this.kind = kind;
        ids.forEach(this::add);
        if (kind == Kind.INTEGER) {
            round();
        }
        if (kind == Kind.ARRAY && atMost == Long.MAX_VALUE) {
            for (int i = 0; i <= positions; i++) {
                if (item(i).stream().anyMatch(this::isNever)) {
                    atMost = i;
                    break;
                }
            }
        }
    }

    private void add(SchemaId id) {
        if (!same.add(graph.same(id))) {
            return;
        }
        schemas.add(id);
        for (Assertion assertion : graph.assertions(id)) {
            if (!kind.isFreeOf(assertion)) {
                add(assertion);
            }
        }
    }

    private void add(Assertion assertion) {
        if (assertion instanceof Assertion.Reference reference) {
            add(reference.schema());
        } else if (assertion instanceof Assertion.AllOf all) {
            all.schemas().forEach(this::add);
        } else if (assertion instanceof Assertion.AnyOf any) {
            choices.add(new Choice.Any(any.schemas()));
        } else if (assertion instanceof Assertion.OneOf one) {
            choices.add(new Choice.One(one.schemas()));
        } else if (assertion instanceof Assertion.Conditional conditional) {
            choices.add(new Choice.If(conditional));
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            dependent.schemas().forEach((name, id) -> choices.add(new Choice.Dependent(name, id)));
        } else if (assertion instanceof Assertion.Not not) {
            denied.add(not.schema());
        } else {
            atoms.add(assertion);
            note(assertion);
        }
    }

    private void note(Assertion assertion) {
        if (assertion instanceof Assertion.Never) {
            impossible = true;
        } else if (assertion instanceof Assertion.Types types) {
            impossible |= !kind.isIn(types.types());
        } else if (assertion instanceof Assertion.Minimum bound) {
            if (min == null || bound.bound().compareTo(min) >= 0) {
                minExclusive = bound.exclusive()
                        || (minExclusive && min != null && bound.bound().compareTo(min) == 0);
                min = bound.bound();
            }
        } else if (assertion instanceof Assertion.Maximum bound) {
            if (max == null || bound.bound().compareTo(max) <= 0) {
                maxExclusive = bound.exclusive()
                        || (maxExclusive && max != null && bound.bound().compareTo(max) == 0);
                max = bound.bound();
            }
        } else if (assertion instanceof Assertion.MultipleOf divisor) {
            impossible |= kind == Kind.FRACTION && isWhole(divisor.divisor());
        } else if (assertion instanceof Assertion.MinLength length) {
            atLeast = Math.max(atLeast, length.length());
        } else if (assertion instanceof Assertion.MaxLength length) {
            atMost = Math.min(atMost, length.length());
        } else if (assertion instanceof Assertion.MinItems count) {
            atLeast = Math.max(atLeast, count.count());
        } else if (assertion instanceof Assertion.Contains contains) {
            atLeast = Math.max(atLeast, contains.min());
        } else if (assertion instanceof Assertion.MaxItems count) {
            atMost = Math.min(atMost, count.count());
        } else if (assertion instanceof Assertion.PrefixItems prefix) {
            positions = Math.max(positions, prefix.schemas().size());
        } else if (assertion instanceof Assertion.Items items) {
            positions = Math.max(positions, items.from());
        } else {
            noteMembers(assertion);
        }
    }

    private void noteMembers(Assertion assertion) {
        if (assertion instanceof Assertion.MinProperties count) {
            atLeast = Math.max(atLeast, count.count());
        } else if (assertion instanceof Assertion.MaxProperties count) {
            atMost = Math.min(atMost, count.count());
        } else if (assertion instanceof Assertion.Required list) {
            required.addAll(list.names());
            known.addAll(list.names());
        } else if (assertion instanceof Assertion.Properties properties) {
            known.addAll(properties.schemas().keySet());
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            patterns.addAll(properties.schemas().keySet());
        } else if (assertion instanceof Assertion.AdditionalProperties rest) {
            known.addAll(rest.names());
            patterns.addAll(rest.patterns());
        }
    }

    private void round() {
        if (min != null) {
            BigDecimal rounded = min.setScale(0, RoundingMode.CEILING);
            min = minExclusive && rounded.compareTo(min) == 0 ? rounded.add(BigDecimal.ONE) : rounded;
            minExclusive = false;
        }
        if (max != null) {
            BigDecimal rounded = max.setScale(0, RoundingMode.FLOOR);
            max = maxExclusive && rounded.compareTo(max) == 0 ? rounded.subtract(BigDecimal.ONE) : rounded;
            maxExclusive = false;
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** Returns whether a schema, or one that says the same, is among those that hold. */
    boolean includes(SchemaId id) {
        return same.contains(graph.same(id));
    }

    boolean isNever(SchemaId id) {
        return graph.assertions(id).stream().anyMatch(Assertion.Never.class::isInstance);
    }

    /** Returns whether no value can be there, as far as can be seen without looking into members and items. */
    boolean isImpossible() {
        return impossible
                || (min != null
                        && max != null
                        && (min.compareTo(max) > 0 || (min.compareTo(max) == 0 && (minExclusive || maxExclusive))))
                || atLeast > atMost
                || (kind == Kind.OBJECT && required.size() > atMost)
                || values().map(List::isEmpty).orElse(false);
    }

    /** Returns the values that are possible, if these are few and known. */
    Optional<List<Json>> values() {
        Optional<List<Json>> listed = atoms.stream()
                .filter(Assertion.Values.class::isInstance)
                .map(atom -> ((Assertion.Values) atom).values())
                .findFirst();
        if (listed.isEmpty() && kind == Kind.BOOLEAN) {
            listed = Optional.of(List.of(new Json.Bool(true), new Json.Bool(false)));
        } else if (listed.isEmpty() && kind == Kind.NULL) {
            listed = Optional.of(List.of(new Json.Null()));
        }
        return listed.map(values -> values.stream()
                .filter(value -> Kind.of(value) == kind && holds(value))
                .toList());
    }

    private boolean holds(Json value) {
        return schemas.stream().allMatch(id -> graph.isValid(id, value))
                && denied.stream().noneMatch(id -> !graph.isMadeUp(id) && graph.isValid(id, value))
                && atoms.stream()
                        .allMatch(atom -> !(atom instanceof Assertion.Values values)
                                || values.values().contains(value));
    }

    /** Returns every schema that holds for the item at a position; the position behind the last one that is named stands for all further ones. */
    Set<SchemaId> item(int position) {
        Set<SchemaId> ids = new LinkedHashSet<>();
        for (Assertion atom : atoms) {
            if (atom instanceof Assertion.PrefixItems prefix
                    && position < prefix.schemas().size()) {
                ids.add(prefix.schemas().get(position));
            } else if (atom instanceof Assertion.Items items && position >= items.from()) {
                ids.add(items.schema());
            }
        }
        return ids;
    }

    /** Returns every schema that holds for a member if it is there. */
    Set<SchemaId> member(String name) {
        Set<SchemaId> ids = new LinkedHashSet<>();
        for (Assertion atom : atoms) {
            if (atom instanceof Assertion.Properties properties) {
                SchemaId id = properties.schemas().get(name);
                if (id != null) {
                    ids.add(id);
                }
            } else if (atom instanceof Assertion.PatternProperties properties) {
                properties.schemas().forEach((pattern, id) -> {
                    if (names.match(pattern, name)) {
                        ids.add(id);
                    }
                });
            } else if (atom instanceof Assertion.AdditionalProperties rest
                    && !rest.names().contains(name)
                    && rest.patterns().stream().noneMatch(pattern -> names.match(pattern, name))) {
                ids.add(rest.schema());
            } else if (atom instanceof Assertion.PropertyNames all && !nameHolds(all.schema(), name)) {
                ids.add(graph.schema(new Assertion.Never()));
            }
        }
        return ids;
    }

    private boolean nameHolds(SchemaId id, String name) {
        return graph.isMadeUp(id) || graph.isValid(id, new Json.Str(name));
    }

    /**
     * Returns what holds for the members that nobody names, by the patterns that their names match.
     *
     * @param further patterns that tell members apart besides those of these schemas
     * @return the schemas of each class of names; empty if there are too many classes
     */
    Optional<Map<Set<String>, Set<SchemaId>>> others(Set<String> further) {
        List<String> all = new ArrayList<>(new LinkedHashSet<>(patterns));
        further.stream().filter(pattern -> !patterns.contains(pattern)).forEach(all::add);
        if (all.size() > MAX_PATTERNS) {
            return Optional.empty();
        }
        Map<Set<String>, Set<SchemaId>> classes = new LinkedHashMap<>();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            Set<String> matched = new LinkedHashSet<>();
            for (int i = 0; i < all.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    matched.add(all.get(i));
                }
            }
            classes.put(matched, unnamed(matched));
        }
        return Optional.of(classes);
    }

    private Set<SchemaId> unnamed(Set<String> matched) {
        Set<SchemaId> ids = new LinkedHashSet<>();
        for (Assertion atom : atoms) {
            if (atom instanceof Assertion.PatternProperties properties) {
                properties.schemas().forEach((pattern, id) -> {
                    if (matched.contains(pattern)) {
                        ids.add(id);
                    }
                });
            } else if (atom instanceof Assertion.AdditionalProperties rest
                    && rest.patterns().stream().noneMatch(matched::contains)) {
                ids.add(rest.schema());
            }
        }
        return ids;
    }
}
