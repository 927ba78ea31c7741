package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether values are valid, exactly as JSON Schema does; {@code format} asserts nothing. Not thread-safe.
 *
 * <p>A value that is nested too deeply for the schema, or a pattern that takes too many steps, counts as not valid.
 */
public final class Evaluator {

    /** How deep schemas may be applied inside each other on the caller's stack, of which we know nothing. */
    private static final int SHALLOW = 200;

    /** How deep they may be applied on a stack of our own; a document of the reader's depth needs a few for each level. */
    private static final int DEEP = 10_000;

    private static final long DEEP_STACK = 128L << 20;

    /** From so many steps on results are kept: a schema that tries two branches at each level takes 2^depth steps else. */
    private static final int STEPS_UNTIL_MEMO = 10_000;

    private final SchemaGraph graph;
    private final Map<String, PatternSearch> patterns = new HashMap<>();
    private final IdentityHashMap<Assertion.Values, Set<Json>> values = new IdentityHashMap<>();

    /**
     * Creates an evaluator.
     *
     * @param graph the schemas; without errors, so that no schema applies itself to the same value
     */
    public Evaluator(SchemaGraph graph) {
        this.graph = graph;
    }

    /**
     * Returns whether a value is valid.
     *
     * @param schema a schema of the graph
     * @param value the value
     * @return whether all assertions hold
     */
    public boolean isValid(SchemaId schema, Json value) {
        return run(schema, value, false).valid;
    }

    /**
     * Says why a value is not valid.
     *
     * @param schema a schema of the graph
     * @param value the value
     * @return all reasons outside of {@code anyOf}, {@code oneOf} and {@code not}, which count as one; empty if it is valid
     */
    public List<Violation> validate(SchemaId schema, Json value) {
        return Collections.unmodifiableList(run(schema, value, true).found);
    }

    private Run run(SchemaId schema, Json value, boolean explain) {
        Run shallow = new Run(explain, SHALLOW);
        shallow.start(schema, value);
        if (!shallow.tooDeep) {
            return shallow;
        }
        Run deep = new Run(explain, DEEP);
        Thread thread = new Thread(null, () -> deep.start(schema, value), "neurectomy-evaluator", DEEP_STACK);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return deep;
    }

    /**
     * Returns whether a text has a match of a pattern somewhere, as {@code patternProperties} asks of a name.
     *
     * @param pattern ECMA-262, unanchored
     * @param text the text
     * @return whether it matches
     */
    public boolean matches(String pattern, String text) {
        return patterns.computeIfAbsent(pattern, PatternSearch::of).matches(text);
    }

    private Set<Json> values(Assertion.Values assertion) {
        return values.computeIfAbsent(assertion, one -> new HashSet<>(one.values()));
    }

    /** What of an object or an array something has looked at. */
    private static final class Evaluated {
        private final Set<String> names = new HashSet<>();
        private final BitSet items = new BitSet();

        void add(Evaluated other) {
            names.addAll(other.names);
            items.or(other.items);
        }
    }

    /** One evaluation. */
    private final class Run {
        private @Nullable List<Violation> violations;
        private @Nullable IdentityHashMap<Json, Map<SchemaId, Boolean>> memo;
        private final List<Violation> found = new ArrayList<>();
        private final int maxDepth;
        private boolean valid;
        private boolean tooDeep;
        private int depth;
        private int steps;

        Run(boolean explain, int maxDepth) {
            this.violations = explain ? found : null;
            this.maxDepth = maxDepth;
        }

        void start(SchemaId schema, Json value) {
            valid = holds(schema, value, null, "");
            if (tooDeep && valid) {
                // Below a negation a refusal makes valid; what was not decided never is.
                valid = refuse(graph.schema(schema), "", "", "is nested too deeply");
            }
        }

        /**
         * Returns whether a value is valid.
         *
         * @param evaluated gets what the schema evaluates, if it holds; null if nobody asks
         */
        boolean holds(SchemaId id, Json value, @Nullable Evaluated evaluated, String pointer) {
            if (evaluated != null || violations != null) {
                return decide(id, value, evaluated, pointer);
            }
            if (++steps < STEPS_UNTIL_MEMO) {
                return decide(id, value, null, pointer);
            }
            if (memo == null) {
                memo = new IdentityHashMap<>();
            }
            Map<SchemaId, Boolean> known = memo.computeIfAbsent(value, ignored -> new HashMap<>());
            Boolean before = known.get(id);
            if (before != null) {
                return before;
            }
            boolean holds = decide(id, value, null, pointer);
            known.put(id, holds);
            return holds;
        }

        private boolean decide(SchemaId id, Json value, @Nullable Evaluated asked, String pointer) {
            Schema schema = graph.schema(id);
            List<Assertion> assertions = schema.assertions();
            while (assertions.size() == 1 && assertions.get(0) instanceof Assertion.Reference reference) {
                schema = graph.schema(reference.schema());
                assertions = schema.assertions();
            }
            if (assertions.isEmpty()) {
                return true;
            }
            if (depth >= maxDepth) {
                tooDeep = true;
                return refuse(schema, "", pointer, "is nested too deeply");
            }
            depth++;
            Assertion last = assertions.get(assertions.size() - 1);
            boolean unevaluated =
                    last instanceof Assertion.UnevaluatedProperties || last instanceof Assertion.UnevaluatedItems;
            // Only what this schema itself evaluates counts for its own unevaluated* keywords.
            Evaluated own = unevaluated ? new Evaluated() : asked;
            boolean all = true;
            for (Assertion assertion : assertions) {
                if (!holds(schema, assertion, value, own, pointer)) {
                    all = false;
                    if (violations == null) {
                        break;
                    }
                }
            }
            depth--;
            if (all && unevaluated && asked != null && own != null) {
                asked.add(own);
            }
            return all;
        }

        private boolean holds(
                Schema schema, Assertion assertion, Json value, @Nullable Evaluated evaluated, String pointer) {
            if (assertion instanceof Assertion.Types types) {
                return types.types().stream().anyMatch(type -> isOf(type, value))
                        || refuse(schema, "type", pointer, "is not of type " + types(types.types()));
            }
            if (assertion instanceof Assertion.Values allowed) {
                return values(allowed).contains(value)
                        || refuse(schema, "enum", pointer, "is none of the allowed values");
            }
            if (assertion instanceof Assertion.Never) {
                return refuse(schema, "", pointer, "is not allowed here");
            }
            if (value instanceof Json.Obj object && ofObject(assertion)) {
                return object(schema, assertion, object, evaluated, pointer);
            }
            if (value instanceof Json.Arr array && ofArray(assertion)) {
                return array(schema, assertion, array.items(), evaluated, pointer);
            }
            if (value instanceof Json.Str string) {
                Boolean decided = string(schema, assertion, string.value(), pointer);
                if (decided != null) {
                    return decided;
                }
            }
            if (value instanceof Json.Num number) {
                Boolean decided = number(schema, assertion, number.value(), pointer);
                if (decided != null) {
                    return decided;
                }
            }
            return inPlace(schema, assertion, value, evaluated, pointer);
        }

        private static boolean ofObject(Assertion assertion) {
            return assertion instanceof Assertion.Properties
                    || assertion instanceof Assertion.PatternProperties
                    || assertion instanceof Assertion.AdditionalProperties
                    || assertion instanceof Assertion.PropertyNames
                    || assertion instanceof Assertion.Required
                    || assertion instanceof Assertion.MinProperties
                    || assertion instanceof Assertion.MaxProperties
                    || assertion instanceof Assertion.DependentRequired
                    || assertion instanceof Assertion.DependentSchemas
                    || assertion instanceof Assertion.UnevaluatedProperties;
        }

        private static boolean ofArray(Assertion assertion) {
            return assertion instanceof Assertion.PrefixItems
                    || assertion instanceof Assertion.Items
                    || assertion instanceof Assertion.Contains
                    || assertion instanceof Assertion.MinItems
                    || assertion instanceof Assertion.MaxItems
                    || assertion instanceof Assertion.UniqueItems
                    || assertion instanceof Assertion.UnevaluatedItems;
        }

        private boolean inPlace(
                Schema schema, Assertion assertion, Json value, @Nullable Evaluated evaluated, String pointer) {
            if (assertion instanceof Assertion.Reference reference) {
                return branch(reference.schema(), value, evaluated, pointer);
            }
            if (assertion instanceof Assertion.AllOf allOf) {
                boolean all = true;
                for (SchemaId branch : allOf.schemas()) {
                    all &= branch(branch, value, evaluated, pointer);
                    if (!all && violations == null) {
                        return false;
                    }
                }
                return all;
            }
            if (assertion instanceof Assertion.AnyOf anyOf) {
                return count(anyOf.schemas(), value, evaluated, evaluated == null ? 1 : Integer.MAX_VALUE) > 0
                        || refuse(schema, "anyOf", pointer, "is valid under none of the alternatives");
            }
            if (assertion instanceof Assertion.OneOf oneOf) {
                int valid = count(oneOf.schemas(), value, evaluated, 2);
                return valid == 1
                        || refuse(
                                schema,
                                "oneOf",
                                pointer,
                                valid == 0
                                        ? "is valid under none of the alternatives"
                                        : "is valid under more than one of the alternatives");
            }
            if (assertion instanceof Assertion.Not not) {
                return !quietly(not.schema(), value, null) || refuse(schema, "not", pointer, "is what is forbidden");
            }
            if (assertion instanceof Assertion.Conditional conditional) {
                boolean condition = quietly(conditional.condition(), value, evaluated);
                Optional<SchemaId> taken = condition ? conditional.then() : conditional.otherwise();
                return taken.isEmpty() || branch(taken.get(), value, evaluated, pointer);
            }
            // An assertion about another type than the value's.
            return true;
        }

        /** Applies a schema to the same value; what it evaluates counts only if it holds. */
        private boolean branch(SchemaId id, Json value, @Nullable Evaluated evaluated, String pointer) {
            if (evaluated == null) {
                return holds(id, value, null, pointer);
            }
            Evaluated branch = new Evaluated();
            boolean holds = holds(id, value, branch, pointer);
            if (holds) {
                evaluated.add(branch);
            }
            return holds;
        }

        private boolean quietly(SchemaId id, Json value, @Nullable Evaluated evaluated) {
            List<Violation> listening = violations;
            violations = null;
            boolean holds = branch(id, value, evaluated, "");
            violations = listening;
            return holds;
        }

        private int count(List<SchemaId> branches, Json value, @Nullable Evaluated evaluated, int enough) {
            int valid = 0;
            for (SchemaId branch : branches) {
                if (quietly(branch, value, evaluated) && ++valid >= enough) {
                    return valid;
                }
            }
            return valid;
        }

        private boolean object(
                Schema schema, Assertion assertion, Json.Obj object, @Nullable Evaluated evaluated, String pointer) {
            Map<String, Json> members = object.members();
            boolean all = true;
            if (assertion instanceof Assertion.Properties properties) {
                for (Map.Entry<String, SchemaId> property : properties.schemas().entrySet()) {
                    Json member = members.get(property.getKey());
                    if (member != null) {
                        all &= member(property.getValue(), property.getKey(), member, evaluated, pointer);
                    }
                }
                return all;
            }
            if (assertion instanceof Assertion.Required required) {
                for (String name : required.names()) {
                    all &= members.containsKey(name)
                            || refuse(schema, "required", pointer, "lacks the member \"" + name + "\"");
                }
                return all;
            }
            if (assertion instanceof Assertion.PatternProperties properties) {
                for (Map.Entry<String, SchemaId> property : properties.schemas().entrySet()) {
                    for (Map.Entry<String, Json> member : members.entrySet()) {
                        if (matches(property.getKey(), member.getKey())) {
                            all &= member(property.getValue(), member.getKey(), member.getValue(), evaluated, pointer);
                        }
                    }
                }
                return all;
            }
            if (assertion instanceof Assertion.AdditionalProperties additional) {
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    String name = member.getKey();
                    if (!additional.names().contains(name)
                            && additional.patterns().stream().noneMatch(pattern -> matches(pattern, name))) {
                        all &= member(additional.schema(), name, member.getValue(), evaluated, pointer);
                    }
                }
                return all;
            }
            if (assertion instanceof Assertion.UnevaluatedProperties unevaluated) {
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    if (evaluated == null || !evaluated.names.contains(member.getKey())) {
                        all &= member(unevaluated.schema(), member.getKey(), member.getValue(), evaluated, pointer);
                    }
                }
                return all;
            }
            if (assertion instanceof Assertion.PropertyNames names) {
                for (String name : members.keySet()) {
                    all &= holds(names.schema(), new Json.Str(name), null, child(pointer, name));
                }
                return all;
            }
            if (assertion instanceof Assertion.DependentRequired dependent) {
                for (Map.Entry<String, Set<String>> names : dependent.names().entrySet()) {
                    all &= !members.containsKey(names.getKey())
                            || members.keySet().containsAll(names.getValue())
                            || refuse(
                                    schema,
                                    "dependentRequired",
                                    pointer,
                                    "has \"" + names.getKey() + "\", but not all of " + names.getValue());
                }
                return all;
            }
            if (assertion instanceof Assertion.DependentSchemas dependent) {
                for (Map.Entry<String, SchemaId> one : dependent.schemas().entrySet()) {
                    all &= !members.containsKey(one.getKey()) || branch(one.getValue(), object, evaluated, pointer);
                }
                return all;
            }
            if (assertion instanceof Assertion.MinProperties min) {
                return members.size() >= min.count()
                        || refuse(schema, "minProperties", pointer, "has fewer than " + min.count() + " members");
            }
            return !(assertion instanceof Assertion.MaxProperties max)
                    || members.size() <= max.count()
                    || refuse(schema, "maxProperties", pointer, "has more than " + max.count() + " members");
        }

        private boolean member(SchemaId id, String name, Json value, @Nullable Evaluated evaluated, String pointer) {
            if (evaluated != null) {
                evaluated.names.add(name);
            }
            return holds(id, value, null, child(pointer, name));
        }

        private boolean array(
                Schema schema, Assertion assertion, List<Json> items, @Nullable Evaluated evaluated, String pointer) {
            boolean all = true;
            if (assertion instanceof Assertion.PrefixItems prefix) {
                for (int i = 0; i < Math.min(items.size(), prefix.schemas().size()); i++) {
                    all &= item(prefix.schemas().get(i), i, items, evaluated, pointer);
                }
                return all;
            }
            if (assertion instanceof Assertion.Items rest) {
                for (int i = rest.from(); i < items.size(); i++) {
                    all &= item(rest.schema(), i, items, evaluated, pointer);
                }
                return all;
            }
            if (assertion instanceof Assertion.UnevaluatedItems unevaluated) {
                for (int i = 0; i < items.size(); i++) {
                    if (evaluated == null || !evaluated.items.get(i)) {
                        all &= item(unevaluated.schema(), i, items, evaluated, pointer);
                    }
                }
                return all;
            }
            if (assertion instanceof Assertion.Contains contains) {
                long found = 0;
                for (int i = 0; i < items.size(); i++) {
                    if (quietly(contains.schema(), items.get(i), null)) {
                        found++;
                        if (evaluated != null) {
                            evaluated.items.set(i);
                        }
                    }
                }
                return (found >= contains.min() && found <= contains.max().orElse(Long.MAX_VALUE))
                        || refuse(schema, "contains", pointer, "has " + found + " items of the kind it must contain");
            }
            if (assertion instanceof Assertion.MinItems min) {
                return items.size() >= min.count()
                        || refuse(schema, "minItems", pointer, "has fewer than " + min.count() + " items");
            }
            if (assertion instanceof Assertion.MaxItems max) {
                return items.size() <= max.count()
                        || refuse(schema, "maxItems", pointer, "has more than " + max.count() + " items");
            }
            return !(assertion instanceof Assertion.UniqueItems)
                    || new HashSet<>(items).size() == items.size()
                    || refuse(schema, "uniqueItems", pointer, "has equal items");
        }

        private boolean item(SchemaId id, int index, List<Json> items, @Nullable Evaluated evaluated, String pointer) {
            if (evaluated != null) {
                evaluated.items.set(index);
            }
            return holds(id, items.get(index), null, child(pointer, Integer.toString(index)));
        }

        private @Nullable Boolean string(Schema schema, Assertion assertion, String text, String pointer) {
            if (assertion instanceof Assertion.MinLength min) {
                return text.codePointCount(0, text.length()) >= min.length()
                        || refuse(schema, "minLength", pointer, "has fewer than " + min.length() + " characters");
            }
            if (assertion instanceof Assertion.MaxLength max) {
                return text.codePointCount(0, text.length()) <= max.length()
                        || refuse(schema, "maxLength", pointer, "has more than " + max.length() + " characters");
            }
            if (assertion instanceof Assertion.Pattern pattern) {
                return matches(pattern.regex(), text)
                        || refuse(schema, "pattern", pointer, "does not match " + pattern.regex());
            }
            return null;
        }

        private @Nullable Boolean number(Schema schema, Assertion assertion, BigDecimal number, String pointer) {
            if (assertion instanceof Assertion.Minimum min) {
                return number.compareTo(min.bound()) >= (min.exclusive() ? 1 : 0)
                        || refuse(schema, "minimum", pointer, "is too small; the bound is " + min.bound());
            }
            if (assertion instanceof Assertion.Maximum max) {
                return number.compareTo(max.bound()) <= (max.exclusive() ? -1 : 0)
                        || refuse(schema, "maximum", pointer, "is too great; the bound is " + max.bound());
            }
            if (assertion instanceof Assertion.MultipleOf multiple) {
                return isMultiple(number, multiple.divisor())
                        || refuse(schema, "multipleOf", pointer, "is no multiple of " + multiple.divisor());
            }
            return null;
        }

        private boolean refuse(Schema schema, String keyword, String pointer, String message) {
            if (violations != null) {
                String place = schema.location().pointer();
                violations.add(new Violation(pointer, keyword.isEmpty() ? place : place + "/" + keyword, message));
            }
            return false;
        }

        /** Builds a pointer only if somebody will read it. */
        private String child(String pointer, String step) {
            return violations == null
                    ? ""
                    : pointer + "/" + step.replace("~", "~0").replace("/", "~1");
        }
    }

    private static boolean isOf(JsonType type, Json value) {
        return switch (type) {
            case NULL -> value instanceof Json.Null;
            case BOOLEAN -> value instanceof Json.Bool;
            case INTEGER -> value instanceof Json.Num number && number.isInteger();
            case NUMBER -> value instanceof Json.Num;
            case STRING -> value instanceof Json.Str;
            case ARRAY -> value instanceof Json.Arr;
            case OBJECT -> value instanceof Json.Obj;
        };
    }

    private static String types(Set<JsonType> types) {
        return String.join(
                " or ",
                types.stream()
                        .map(type -> type.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    /** Decides without writing the number out: 1e999999999 has a billion digits. */
    static boolean isMultiple(BigDecimal number, BigDecimal divisor) {
        if (number.signum() == 0) {
            return true;
        }
        BigDecimal dividend = number.stripTrailingZeros();
        BigDecimal stripped = divisor.stripTrailingZeros();
        long shift = (long) stripped.scale() - dividend.scale();
        if (shift < 0) {
            // The number's last digit, which is not 0, stands behind the last one of any multiple.
            return false;
        }
        BigInteger modulus = stripped.unscaledValue();
        BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(shift), modulus);
        return dividend.unscaledValue().multiply(power).mod(modulus).signum() == 0;
    }
}
