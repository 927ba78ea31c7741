package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds schemas that no value satisfies, where that is easily proved. For each schema it works out which kinds of value may
 * be valid; it begins with none and adds kinds until nothing changes, so a member that requires itself never gets any. What
 * says {@code false} or {@code not: {}} is empty on purpose and not reported.
 */
final class Satisfiability {

    private static final int NULL = 1;
    private static final int BOOLEAN = 2;
    private static final int INTEGER = 4;
    private static final int FRACTION = 8;
    private static final int STRING = 16;
    private static final int ARRAY = 32;
    private static final int OBJECT = 64;
    private static final int ALL = 127;

    private static final int MAX_PASSES = 100;
    private static final int MAX_CONJUNCTS = 100;

    private final SchemaGraph graph;
    private final List<Schema> schemas;
    private final int[] kinds;
    private final boolean[] noValue;
    private final boolean[] onPurpose;
    private String reason = "";

    private Satisfiability(SchemaGraph graph) {
        this.graph = graph;
        this.schemas = graph.schemas();
        this.kinds = new int[schemas.size()];
        this.noValue = new boolean[schemas.size()];
        this.onPurpose = new boolean[schemas.size()];
    }

    static void check(SchemaGraph graph, Consumer<Finding> findings) {
        new Satisfiability(graph).report(findings);
    }

    private void report(Consumer<Finding> findings) {
        Evaluator evaluator = new Evaluator(graph);
        for (Schema schema : schemas) {
            noValue[schema.id().number()] = hasNoValue(schema, evaluator);
        }
        if (!settle() || allSatisfiable()) {
            return;
        }
        int[] otherwise = new int[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            otherwise[i] = onPurpose[i] ? 0 : ALL;
        }
        Set<Integer> causes = new HashSet<>();
        for (int i = 0; i < kinds.length; i++) {
            if (isEmpty(i)
                    && kindsOf(i, otherwise) == 0
                    && conjuncts(i).stream().noneMatch(this::isEmpty)) {
                causes.add(i);
            }
        }
        Set<Integer> errors = new HashSet<>();
        for (SchemaId definition : graph.definitions()) {
            if (isEmpty(definition.number())) {
                Set<Integer> needed = needed(definition.number());
                List<Integer> reasons = needed.stream().filter(causes::contains).toList();
                errors.addAll(reasons.isEmpty() ? List.of(definition.number()) : reasons);
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            boolean endless = !causes.contains(i)
                    && isEmpty(i)
                    && conjuncts(i).stream().noneMatch(this::isEmpty)
                    && needed(i).stream().noneMatch(causes::contains)
                    && needsItself(i);
            if (causes.contains(i) || errors.contains(i) || endless) {
                reason = "a valid value would have to contain another one without end";
                kindsOf(i, otherwise);
                findings.accept(new Finding(
                        "unsatisfiable",
                        errors.contains(i) ? Severity.ERROR : Severity.WARNING,
                        schemas.get(i).location(),
                        "no value is valid under this schema: " + reason
                                + ". Loosen it, or write false if that is meant."));
            }
        }
    }

    private boolean isEmpty(int schema) {
        return kinds[schema] == 0 && !onPurpose[schema];
    }

    private boolean allSatisfiable() {
        for (int i = 0; i < kinds.length; i++) {
            if (isEmpty(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the kinds have come to rest. */
    private boolean settle() {
        boolean[] before;
        int pass = 0;
        do {
            if (++pass > MAX_PASSES) {
                return false;
            }
            before = onPurpose.clone();
            for (int i = onPurpose.length - 1; i >= 0; i--) {
                onPurpose[i] = isOnPurpose(schemas.get(i));
            }
        } while (!Arrays.equals(before, onPurpose));
        int[] last;
        do {
            if (++pass > MAX_PASSES) {
                return false;
            }
            last = kinds.clone();
            for (int i = kinds.length - 1; i >= 0; i--) {
                kinds[i] = kindsOf(i, kinds);
            }
        } while (!Arrays.equals(last, kinds));
        return true;
    }

    private boolean isOnPurpose(Schema schema) {
        for (Assertion assertion : schema.assertions()) {
            boolean empty = false;
            if (assertion instanceof Assertion.Never) {
                empty = true;
            } else if (assertion instanceof Assertion.Not not) {
                empty = schemas.get(not.schema().number()).assertions().isEmpty();
            } else if (assertion instanceof Assertion.Reference || assertion instanceof Assertion.AllOf) {
                empty = Edges.inPlace(assertion).stream().anyMatch(id -> onPurpose[id.number()]);
            } else if (assertion instanceof Assertion.AnyOf || assertion instanceof Assertion.OneOf) {
                empty = Edges.inPlace(assertion).stream().allMatch(id -> onPurpose[id.number()]);
            }
            if (empty) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the schema lists its values, and none of them is valid under the rest of it. */
    private boolean hasNoValue(Schema schema, Evaluator evaluator) {
        for (Assertion assertion : schema.assertions()) {
            if (assertion instanceof Assertion.Values values) {
                return values.values().stream().noneMatch(value -> evaluator.isValid(schema.id(), value));
            }
        }
        return false;
    }

    /** Returns the schemas that must hold wherever this one does, without this one. */
    private List<Integer> conjuncts(int schema) {
        List<Integer> found = new ArrayList<>();
        for (Assertion assertion : schemas.get(schema).assertions()) {
            if (assertion instanceof Assertion.Reference reference) {
                found.add(reference.schema().number());
            } else if (assertion instanceof Assertion.AllOf allOf) {
                allOf.schemas().forEach(id -> found.add(id.number()));
            }
        }
        return found;
    }

    /** Returns every assertion that must hold wherever the schema does. */
    private List<Assertion> conjunction(int schema) {
        Deque<Integer> open = new ArrayDeque<>(conjuncts(schema));
        if (open.isEmpty()) {
            return schemas.get(schema).assertions();
        }
        List<Assertion> all = new ArrayList<>(schemas.get(schema).assertions());
        Set<Integer> seen = new HashSet<>();
        while (!open.isEmpty() && all.size() < MAX_CONJUNCTS) {
            int next = open.removeFirst();
            if (seen.add(next)) {
                all.addAll(schemas.get(next).assertions());
                open.addAll(conjuncts(next));
            }
        }
        return all;
    }

    /** Returns the schemas that have to be satisfied so that this one can be, itself among them. */
    private Set<Integer> needed(int schema) {
        Set<Integer> needed = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            int next = open.removeFirst();
            if (needed.add(next)) {
                steps(next, open);
            }
        }
        return needed;
    }

    private boolean needsItself(int schema) {
        Set<Integer> needed = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        steps(schema, open);
        while (!open.isEmpty()) {
            int next = open.removeFirst();
            if (next == schema) {
                return true;
            }
            if (needed.add(next)) {
                steps(next, open);
            }
        }
        return false;
    }

    private void steps(int schema, Deque<Integer> open) {
        List<Assertion> all = conjunction(schema);
        open.addAll(conjuncts(schema));
        Set<String> required = new HashSet<>();
        long least = 0;
        for (Assertion assertion : all) {
            if (assertion instanceof Assertion.Required names) {
                required.addAll(names.names());
            } else if (assertion instanceof Assertion.MinItems min) {
                least = Math.max(least, min.count());
            }
        }
        for (Assertion assertion : all) {
            List<SchemaId> targets = new ArrayList<>();
            if (assertion instanceof Assertion.Properties properties) {
                properties.schemas().forEach((name, id) -> {
                    if (required.contains(name)) {
                        targets.add(id);
                    }
                });
            } else if (least > 0
                    && (assertion instanceof Assertion.PrefixItems || assertion instanceof Assertion.Items)) {
                targets.addAll(Edges.all(assertion));
            } else if (assertion instanceof Assertion.AnyOf || assertion instanceof Assertion.OneOf) {
                targets.addAll(Edges.all(assertion));
            }
            targets.stream().map(SchemaId::number).filter(this::isEmpty).forEach(open::add);
        }
    }

    private int kindsOf(int schema, int[] known) {
        if (noValue[schema]) {
            reason = "none of the values it lists holds under the rest of it";
            return 0;
        }
        List<Assertion> own = schemas.get(schema).assertions();
        if (own.size() == 1 && own.get(0) instanceof Assertion.Reference reference) {
            return known[reference.schema().number()];
        }
        int left = ALL;
        List<Assertion> all = conjunction(schema);
        for (Assertion assertion : all) {
            int before = left;
            left &= kindsOf(assertion, known);
            if (left == 0 && before != 0) {
                reason = "its types exclude each other";
            }
        }
        for (int conjunct : conjuncts(schema)) {
            left &= known[conjunct];
        }
        if ((left & (INTEGER | FRACTION)) != 0 && isBoundEmpty(all)) {
            left &= ~(INTEGER | FRACTION);
        }
        if ((left & STRING) != 0 && isEmptyRange(all, Assertion.MinLength.class, Assertion.MaxLength.class)) {
            left &= ~STRING;
        }
        if ((left & ARRAY) != 0 && isArrayEmpty(all, known)) {
            left &= ~ARRAY;
        }
        if ((left & OBJECT) != 0 && isObjectEmpty(all, known)) {
            left &= ~OBJECT;
        }
        return left;
    }

    private int kindsOf(Assertion assertion, int[] known) {
        if (assertion instanceof Assertion.Never) {
            return 0;
        }
        if (assertion instanceof Assertion.Types types) {
            return kindsOf(types);
        }
        if (assertion instanceof Assertion.Values values) {
            int found = 0;
            for (Json value : values.values()) {
                found |= kindOf(value);
            }
            return found;
        }
        if (assertion instanceof Assertion.AnyOf || assertion instanceof Assertion.OneOf) {
            int found = 0;
            for (SchemaId id : Edges.inPlace(assertion)) {
                found |= known[id.number()];
            }
            return found;
        }
        if (assertion instanceof Assertion.Not not) {
            List<Assertion> refused = schemas.get(not.schema().number()).assertions();
            if (refused.isEmpty()) {
                return 0;
            }
            if (refused.size() == 1 && refused.get(0) instanceof Assertion.Types types) {
                return ALL & ~kindsOf(types);
            }
        }
        return ALL;
    }

    private static int kindsOf(Assertion.Types types) {
        int found = 0;
        for (JsonType type : types.types()) {
            found |= switch (type) {
                case NULL -> NULL;
                case BOOLEAN -> BOOLEAN;
                case INTEGER -> INTEGER;
                case NUMBER -> INTEGER | FRACTION;
                case STRING -> STRING;
                case ARRAY -> ARRAY;
                case OBJECT -> OBJECT;
            };
        }
        return found;
    }

    private static int kindOf(Json value) {
        if (value instanceof Json.Num number) {
            return number.isInteger() ? INTEGER : FRACTION;
        }
        if (value instanceof Json.Str) {
            return STRING;
        }
        if (value instanceof Json.Arr) {
            return ARRAY;
        }
        if (value instanceof Json.Obj) {
            return OBJECT;
        }
        return value instanceof Json.Null ? NULL : BOOLEAN;
    }

    private boolean isBoundEmpty(List<Assertion> all) {
        BigDecimal min = null;
        BigDecimal max = null;
        for (Assertion assertion : all) {
            if (assertion instanceof Assertion.Minimum one) {
                min = min == null ? one.bound() : min.max(one.bound());
            } else if (assertion instanceof Assertion.Maximum one) {
                max = max == null ? one.bound() : max.min(one.bound());
            }
        }
        if (min == null || max == null) {
            return false;
        }
        BigDecimal least = min;
        BigDecimal most = max;
        int order = least.compareTo(most);
        if (order > 0 || (order == 0 && all.stream().anyMatch(one -> excludes(one, least)))) {
            reason = "no number is between its bounds " + least + " and " + most;
            return true;
        }
        return false;
    }

    private static boolean excludes(Assertion assertion, BigDecimal bound) {
        if (assertion instanceof Assertion.Minimum min) {
            return min.exclusive() && min.bound().compareTo(bound) == 0;
        }
        return assertion instanceof Assertion.Maximum max
                && max.exclusive()
                && max.bound().compareTo(bound) == 0;
    }

    private boolean isEmptyRange(
            List<Assertion> all, Class<? extends Assertion> lower, Class<? extends Assertion> upper) {
        long min = 0;
        long max = Long.MAX_VALUE;
        for (Assertion assertion : all) {
            long count = count(assertion);
            if (lower.isInstance(assertion)) {
                min = Math.max(min, count);
            } else if (upper.isInstance(assertion)) {
                max = Math.min(max, count);
            }
        }
        if (min > max) {
            reason = "it asks for at least " + min + " and at most " + max;
        }
        return min > max;
    }

    private static long count(Assertion assertion) {
        if (assertion instanceof Assertion.MinLength one) {
            return one.length();
        }
        if (assertion instanceof Assertion.MaxLength one) {
            return one.length();
        }
        if (assertion instanceof Assertion.MinItems one) {
            return one.count();
        }
        if (assertion instanceof Assertion.MaxItems one) {
            return one.count();
        }
        if (assertion instanceof Assertion.MinProperties one) {
            return one.count();
        }
        return assertion instanceof Assertion.MaxProperties one ? one.count() : 0;
    }

    private boolean isArrayEmpty(List<Assertion> all, int[] known) {
        if (isEmptyRange(all, Assertion.MinItems.class, Assertion.MaxItems.class)) {
            return true;
        }
        long least = 0;
        long most = Long.MAX_VALUE;
        for (Assertion assertion : all) {
            if (assertion instanceof Assertion.MinItems min) {
                least = Math.max(least, min.count());
            } else if (assertion instanceof Assertion.MaxItems max) {
                most = Math.min(most, max.count());
            }
        }
        for (Assertion assertion : all) {
            if (assertion instanceof Assertion.PrefixItems prefix) {
                for (int i = 0; i < Math.min(least, prefix.schemas().size()); i++) {
                    if (known[prefix.schemas().get(i).number()] == 0) {
                        reason = "an item at position " + i + " is required, and no value is valid there";
                        return true;
                    }
                }
            } else if (assertion instanceof Assertion.Items items
                    && items.from() < least
                    && known[items.schema().number()] == 0) {
                reason = "it asks for at least " + least + " items, and no value is valid as one";
                return true;
            } else if (assertion instanceof Assertion.Contains contains
                    && contains.min() > 0
                    && (known[contains.schema().number()] == 0 || contains.min() > most)) {
                reason = "it can't contain what it must contain";
                return true;
            }
        }
        return false;
    }

    private boolean isObjectEmpty(List<Assertion> all, int[] known) {
        if (isEmptyRange(all, Assertion.MinProperties.class, Assertion.MaxProperties.class)) {
            return true;
        }
        for (Assertion assertion : all) {
            if (assertion instanceof Assertion.Required required) {
                Optional<String> impossible = required.names().stream()
                        .filter(name -> isImpossible(name, all, known))
                        .findFirst();
                if (impossible.isPresent()) {
                    reason = "the member \"" + impossible.get() + "\" is required, and no value is valid for it";
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isImpossible(String name, List<Assertion> all, int[] known) {
        for (Assertion assertion : all) {
            if (assertion instanceof Assertion.Properties properties) {
                SchemaId id = properties.schemas().get(name);
                if (id != null && known[id.number()] == 0) {
                    return true;
                }
            } else if (assertion instanceof Assertion.AdditionalProperties additional
                    && known[additional.schema().number()] == 0
                    && additional.patterns().isEmpty()
                    && !additional.names().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
