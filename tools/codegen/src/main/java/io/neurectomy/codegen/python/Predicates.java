package io.neurectomy.codegen.python;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.python.Support.Part;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes functions that tell whether a JSON value is valid under a schema, for the schemas that are asked for. */
final class Predicates {

    private final SchemaGraph graph;
    private final Support support;
    private final Patterns patterns;
    private final Map<Object, String> names = new HashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();
    private final Map<String, String> functions = new LinkedHashMap<>();

    Predicates(SchemaGraph graph, Support support, Patterns patterns) {
        this.graph = graph;
        this.support = support;
        this.patterns = patterns;
    }

    /** Returns the name of the function that tells whether a value is valid under a schema. */
    String holds(SchemaId id) {
        Schema schema = graph.schema(target(id));
        return function(
                schema.id(),
                "_holds_",
                name -> predicate(name, schema.location().pointer(), schema.assertions(), schema));
    }

    /** Returns the name of the function that tells whether one assertion, that stands at a schema, holds. */
    String holds(Assertion assertion, SchemaId at) {
        Schema schema = graph.schema(at);
        return function(List.of(assertion, at), "_holds_", name -> {
            Schema stated = stating(assertion, schema);
            predicate(name, stated.location().pointer(), List.of(assertion), stated);
        });
    }

    /** Returns the schema that states an assertion, since what is unevaluated depends on what stands beside it. */
    private Schema stating(Assertion assertion, Schema schema) {
        if (schema.assertions().contains(assertion)) {
            return schema;
        }
        return graph.schemas().stream()
                .filter(other -> other.assertions().contains(assertion))
                .findFirst()
                .orElse(schema);
    }

    /** Returns the text of all functions that were asked for. */
    String text() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
        return String.join("\n\n", functions.values());
    }

    private String function(Object key, String prefix, Consumer<String> write) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        String name = prefix + (names.size() + 1);
        names.put(key, name);
        functions.put(name, "");
        open.add(() -> write.accept(name));
        return name;
    }

    /** Follows schemas that are only a reference. */
    private SchemaId target(SchemaId id) {
        SchemaId at = id;
        for (int i = 0; i < graph.schemas().size(); i++) {
            List<Assertion> assertions = graph.schema(at).assertions();
            if (assertions.size() == 1 && assertions.get(0) instanceof Assertion.Reference reference) {
                at = reference.schema();
            } else {
                return at;
            }
        }
        return at;
    }

    private void predicate(String name, String pointer, List<Assertion> assertions, Schema schema) {
        support.importing("pydantic JsonValue");
        StringBuilder out = new StringBuilder();
        out.append("def ").append(name).append("(value: JsonValue) -> bool:\n");
        out.append("    # ").append(comment("#" + pointer)).append('\n');
        // cheap questions first; what is in place comes last, since it may go deep
        List<String> first = new ArrayList<>();
        Map<JsonType, List<String>> byType = new EnumMap<>(JsonType.class);
        List<String> last = new ArrayList<>();
        for (Assertion assertion : assertions) {
            boolean cheap = assertion instanceof Assertion.Types || assertion instanceof Assertion.Values;
            List<String> group = about(assertion)
                    .map(type -> byType.computeIfAbsent(type, any -> new ArrayList<>()))
                    .orElse(cheap ? first : last);
            violations(narrowed(assertion, assertions), schema).stream()
                    .filter(violation -> !violation.equals("False"))
                    .forEach(group::add);
        }
        if (first.contains("True") || last.contains("True")) {
            functions.put(name, out.append("    return False\n").toString());
            return;
        }
        first.forEach(violation -> refuse(violation, 1, out));
        Set<JsonType> types = typesOf(assertions);
        byType.forEach((type, violations) -> {
            boolean certain = types.equals(Set.of(type));
            if (!certain && !violations.isEmpty()) {
                out.append("    if ").append(guard(type)).append(":\n");
            }
            violations.forEach(violation -> refuse(violation, certain ? 1 : 2, out));
        });
        last.forEach(violation -> refuse(violation, 1, out));
        functions.put(name, out.append("    return True\n").toString());
    }

    /** Leaves out values of a type that was refused before: a type checker calls such a comparison a mistake. */
    private static Assertion narrowed(Assertion assertion, List<Assertion> all) {
        Set<JsonType> types = typesOf(all);
        if (!(assertion instanceof Assertion.Values values) || types.isEmpty()) {
            return assertion;
        }
        List<Json> possible = values.values().stream()
                .filter(value -> types.stream().anyMatch(type -> isOf(value, type)))
                .toList();
        return possible.isEmpty() ? new Assertion.Never() : new Assertion.Values(possible);
    }

    private static boolean isOf(Json value, JsonType type) {
        return switch (type) {
            case NULL -> value instanceof Json.Null;
            case BOOLEAN -> value instanceof Json.Bool;
            case INTEGER, NUMBER -> value instanceof Json.Num;
            case STRING -> value instanceof Json.Str;
            case ARRAY -> value instanceof Json.Arr;
            case OBJECT -> value instanceof Json.Obj;
        };
    }

    private static Set<JsonType> typesOf(List<Assertion> assertions) {
        return assertions.stream()
                .filter(Assertion.Types.class::isInstance)
                .map(assertion -> ((Assertion.Types) assertion).types())
                .findFirst()
                .orElse(Set.of());
    }

    private static void refuse(String violation, int depth, StringBuilder out) {
        out.append(Layout.statement("if " + violation + ":", depth)).append('\n');
        out.append("    ".repeat(depth + 1)).append("return False\n");
    }

    static String comment(String text) {
        String literal = Literals.string(text);
        return literal.substring(1, literal.length() - 1);
    }

    private static String guard(JsonType type) {
        return switch (type) {
            case STRING -> "isinstance(value, str)";
            case ARRAY -> "isinstance(value, list)";
            case OBJECT -> "isinstance(value, dict)";
            default -> "isinstance(value, (int, float)) and not isinstance(value, bool)";
        };
    }

    private static Optional<JsonType> about(Assertion assertion) {
        if (assertion instanceof Assertion.Minimum
                || assertion instanceof Assertion.Maximum
                || assertion instanceof Assertion.MultipleOf) {
            return Optional.of(JsonType.NUMBER);
        }
        if (assertion instanceof Assertion.MinLength
                || assertion instanceof Assertion.MaxLength
                || assertion instanceof Assertion.Pattern) {
            return Optional.of(JsonType.STRING);
        }
        if (assertion instanceof Assertion.PrefixItems
                || assertion instanceof Assertion.Items
                || assertion instanceof Assertion.Contains
                || assertion instanceof Assertion.MinItems
                || assertion instanceof Assertion.MaxItems
                || assertion instanceof Assertion.UniqueItems
                || assertion instanceof Assertion.UnevaluatedItems) {
            return Optional.of(JsonType.ARRAY);
        }
        if (assertion instanceof Assertion.Properties
                || assertion instanceof Assertion.PatternProperties
                || assertion instanceof Assertion.AdditionalProperties
                || assertion instanceof Assertion.PropertyNames
                || assertion instanceof Assertion.Required
                || assertion instanceof Assertion.MinProperties
                || assertion instanceof Assertion.MaxProperties
                || assertion instanceof Assertion.DependentRequired
                || assertion instanceof Assertion.DependentSchemas
                || assertion instanceof Assertion.UnevaluatedProperties) {
            return Optional.of(JsonType.OBJECT);
        }
        return Optional.empty();
    }

    /** Returns the conditions any of which breaks an assertion about {@code value}, whose type is known to fit. */
    private List<String> violations(Assertion assertion, Schema schema) {
        if (assertion instanceof Assertion.Never) {
            return List.of("True");
        } else if (assertion instanceof Assertion.Types types) {
            return List.of(negated(types(types.types(), "value")));
        } else if (assertion instanceof Assertion.Values values) {
            return List.of(negated(equals(values.values(), "value")));
        } else if (assertion instanceof Assertion.Minimum min) {
            return List.of("value " + (min.exclusive() ? "<= " : "< ") + Literals.number(min.bound()));
        } else if (assertion instanceof Assertion.Maximum max) {
            return List.of("value " + (max.exclusive() ? ">= " : "> ") + Literals.number(max.bound()));
        } else if (assertion instanceof Assertion.MultipleOf multiple) {
            return List.of(multiple(multiple.divisor()));
        } else if (assertion instanceof Assertion.MinLength min) {
            return List.of("len(value) < " + min.length());
        } else if (assertion instanceof Assertion.MaxLength max) {
            return List.of("len(value) > " + max.length());
        } else if (assertion instanceof Assertion.Pattern pattern) {
            return matches(pattern.regex(), "value", schema)
                    .map(found -> List.of("not " + found))
                    .orElse(List.of());
        } else if (about(assertion).equals(Optional.of(JsonType.ARRAY))) {
            return arrayViolations(assertion, schema);
        } else if (about(assertion).equals(Optional.of(JsonType.OBJECT))) {
            return objectViolations(assertion, schema);
        }
        return inPlaceViolations(assertion);
    }

    private String multiple(BigDecimal divisor) {
        if (divisor.stripTrailingZeros().scale() <= 0 && divisor.precision() < 16) {
            return "value % " + Literals.number(divisor) + " != 0";
        }
        return "not " + support.use(Part.IS_MULTIPLE) + "(value, " + Literals.string(divisor.toString()) + ")";
    }

    private Optional<String> matches(String regex, String text, Schema schema) {
        return patterns.constant(regex, schema.location()).map(constant -> constant + ".search(" + text + ")");
    }

    private List<String> arrayViolations(Assertion assertion, Schema schema) {
        if (assertion instanceof Assertion.PrefixItems prefix) {
            List<String> violations = new ArrayList<>();
            for (int i = 0; i < prefix.schemas().size(); i++) {
                String valid = valid(prefix.schemas().get(i), "value[" + i + "]");
                if (!valid.equals("True")) {
                    violations.add("len(value) > " + i + " and " + operand(negated(valid)));
                }
            }
            return violations;
        } else if (assertion instanceof Assertion.Items items) {
            String valid = valid(items.schema(), "item");
            if (valid.equals("True")) {
                return List.of();
            }
            if (valid.equals("False")) {
                return List.of("len(value) > " + items.from());
            }
            return List.of(all(valid, "item", "value" + (items.from() > 0 ? "[" + items.from() + ":]" : "")));
        } else if (assertion instanceof Assertion.Contains contains) {
            return contains(contains);
        } else if (assertion instanceof Assertion.MinItems min) {
            return List.of("len(value) < " + min.count());
        } else if (assertion instanceof Assertion.MaxItems max) {
            return List.of("len(value) > " + max.count());
        } else if (assertion instanceof Assertion.UniqueItems) {
            return List.of("not " + support.use(Part.IS_UNIQUE) + "(value)");
        }
        String valid = valid(((Assertion.UnevaluatedItems) assertion).schema(), "value[index]");
        if (valid.equals("True")) {
            return List.of();
        }
        String rest = "set(range(len(value))) - " + evaluated(schema, Side.ITEMS);
        return List.of(valid.equals("False") ? rest : all(valid, "index", rest));
    }

    private List<String> contains(Assertion.Contains contains) {
        String valid = valid(contains.schema(), "item");
        String count = switch (valid) {
            case "True" -> "len(value)";
            case "False" -> "0";
            default -> "sum(" + valid + " for item in value)";
        };
        if (contains.max().isEmpty()) {
            return contains.min() == 0
                    ? List.of()
                    : List.of(
                            contains.min() == 1 && count.startsWith("sum")
                                    ? "not any(" + valid + " for item in value)"
                                    : count + " < " + contains.min());
        }
        return List.of("not " + contains.min() + " <= " + count + " <= "
                + contains.max().get());
    }

    private static String all(String valid, String variable, String values) {
        return "not all(" + valid + " for " + variable + " in " + values + ")";
    }

    private List<String> objectViolations(Assertion assertion, Schema schema) {
        if (assertion instanceof Assertion.Properties properties) {
            List<String> violations = new ArrayList<>();
            properties.schemas().forEach((name, id) -> {
                String literal = Literals.string(name);
                String valid = valid(id, "value[" + literal + "]");
                if (valid.equals("False")) {
                    violations.add(literal + " in value");
                } else if (!valid.equals("True")) {
                    violations.add(literal + " in value and " + operand(negated(valid)));
                }
            });
            return violations;
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            List<String> violations = new ArrayList<>();
            properties.schemas().forEach((regex, id) -> {
                String valid = valid(id, "member");
                Optional<String> match = matches(regex, "name", schema);
                if (match.isPresent() && !valid.equals("True")) {
                    violations.add(
                            valid.equals("False")
                                    ? "any(" + match.get() + " for name in value)"
                                    : "not all(" + valid + " for name, member in value.items() if " + match.get()
                                            + ")");
                }
            });
            return violations;
        } else if (assertion instanceof Assertion.AdditionalProperties additional) {
            return additional(additional, schema);
        } else if (assertion instanceof Assertion.PropertyNames names) {
            String valid = valid(names.schema(), "name");
            return valid.equals("True") ? List.of() : List.of(all(valid, "name", "value"));
        } else if (assertion instanceof Assertion.Required required) {
            return missing(required.names(), "");
        } else if (assertion instanceof Assertion.MinProperties min) {
            return List.of("len(value) < " + min.count());
        } else if (assertion instanceof Assertion.MaxProperties max) {
            return List.of("len(value) > " + max.count());
        } else if (assertion instanceof Assertion.DependentRequired dependent) {
            List<String> violations = new ArrayList<>();
            dependent
                    .names()
                    .forEach((name, names) ->
                            violations.addAll(missing(names, Literals.string(name) + " in value and ")));
            return violations;
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            List<String> violations = new ArrayList<>();
            dependent.schemas().forEach((name, id) -> {
                String valid = valid(id, "value");
                if (!valid.equals("True")) {
                    violations.add(Literals.string(name) + " in value and " + operand(negated(valid)));
                }
            });
            return violations;
        }
        String valid = valid(((Assertion.UnevaluatedProperties) assertion).schema(), "value[name]");
        if (valid.equals("True")) {
            return List.of();
        }
        String rest = "value.keys() - " + evaluated(schema, Side.MEMBERS);
        return List.of(valid.equals("False") ? rest : all(valid, "name", rest));
    }

    private static List<String> missing(Collection<String> names, String condition) {
        if (names.isEmpty()) {
            return List.of();
        }
        return List.of(condition
                + (names.size() == 1
                        ? Literals.string(names.iterator().next()) + " not in value"
                        : "not value.keys() >= " + Literals.set(names)));
    }

    private List<String> additional(Assertion.AdditionalProperties additional, Schema schema) {
        String valid = valid(additional.schema(), "member");
        if (valid.equals("True")) {
            return List.of();
        }
        String other = other(additional, schema);
        if (!valid.equals("False")) {
            return List.of("not all(" + valid + " for " + (other.isEmpty() ? "" : "name, ") + "member in value."
                    + (other.isEmpty() ? "values()" : "items() if " + other) + ")");
        }
        if (additional.patterns().isEmpty()) {
            return List.of(
                    additional.names().isEmpty() ? "value" : "value.keys() - " + Literals.set(additional.names()));
        }
        return List.of("any(" + other + " for name in value)");
    }

    /** Returns the condition that a name is neither listed nor matched. */
    private String other(Assertion.AdditionalProperties additional, Schema schema) {
        List<String> conditions = new ArrayList<>();
        if (!additional.names().isEmpty()) {
            conditions.add("name not in " + Literals.set(additional.names()));
        }
        for (String regex : additional.patterns()) {
            matches(regex, "name", schema).ifPresent(match -> conditions.add("not " + match));
        }
        return String.join(" and ", conditions);
    }

    private List<String> inPlaceViolations(Assertion assertion) {
        if (assertion instanceof Assertion.Reference reference) {
            return violation(valid(reference.schema(), "value"));
        } else if (assertion instanceof Assertion.AllOf all) {
            return all.schemas().stream()
                    .flatMap(id -> violation(valid(id, "value")).stream())
                    .distinct()
                    .toList();
        } else if (assertion instanceof Assertion.AnyOf any) {
            List<String> options =
                    any.schemas().stream().map(this::option).distinct().toList();
            return violation(options.contains("True") ? "True" : String.join(" or ", options));
        } else if (assertion instanceof Assertion.OneOf one) {
            String options =
                    one.schemas().stream().map(id -> valid(id, "value")).collect(Collectors.joining(", "));
            return List.of("[" + options + "].count(True) != 1");
        } else if (assertion instanceof Assertion.Not not) {
            return List.of(valid(not.schema(), "value"));
        }
        Assertion.Conditional conditional = (Assertion.Conditional) assertion;
        String condition = operand(valid(conditional.condition(), "value"));
        List<String> violations = new ArrayList<>();
        conditional
                .then()
                .map(id -> valid(id, "value"))
                .filter(valid -> !valid.equals("True"))
                .ifPresent(valid -> violations.add(condition + " and " + operand(negated(valid))));
        conditional
                .otherwise()
                .map(id -> valid(id, "value"))
                .filter(valid -> !valid.equals("True"))
                .ifPresent(valid -> violations.add(operand(negated(condition)) + " and " + operand(negated(valid))));
        return violations;
    }

    /** Returns a question among others: beside {@code isinstance}, a type checker may call a comparison a mistake. */
    private String option(SchemaId id) {
        String valid = valid(id, "value");
        return valid.startsWith("value == ") ? holds(id) + "(value)" : operand(valid);
    }

    private static List<String> violation(String valid) {
        return valid.equals("True") ? List.of() : List.of(negated(valid));
    }

    /** Returns an expression that tells whether another expression, without effects, is valid under a schema. */
    private String valid(SchemaId id, String value) {
        Schema schema = graph.schema(target(id));
        if (schema.assertions().isEmpty()) {
            return "True";
        }
        if (schema.assertions().size() == 1) {
            Assertion only = schema.assertions().get(0);
            if (only instanceof Assertion.Never) {
                return "False";
            } else if (only instanceof Assertion.Types types && types.types().size() == 1) {
                return types(types.types(), value);
            } else if (only instanceof Assertion.Values values
                    && values.values().size() == 1
                    && values.values().get(0) instanceof Json.Str) {
                return equals(values.values(), value);
            }
        }
        return holds(schema.id()) + "(" + value + ")";
    }

    /** Returns a question about types; a type checker follows {@code isinstance} only. */
    private String types(Set<JsonType> all, String value) {
        Set<JsonType> types = EnumSet.copyOf(all);
        if (types.contains(JsonType.NUMBER)) {
            types.remove(JsonType.INTEGER);
        }
        if (types.contains(JsonType.NUMBER) && types.size() == JsonType.values().length - 1) {
            return "True";
        }
        List<String> classes = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (JsonType type : types) {
            switch (type) {
                case NULL -> options.add(value + " is None");
                case BOOLEAN -> classes.add("bool");
                case STRING -> classes.add("str");
                case ARRAY -> classes.add("list");
                case OBJECT -> classes.add("dict");
                case NUMBER ->
                    options.add(
                            value.equals("value") && types.size() == 1
                                    ? guard(JsonType.NUMBER)
                                    : support.use(Part.IS_NUMBER) + "(" + value + ")");
                default -> options.add(support.use(Part.IS_INTEGER) + "(" + value + ")");
            }
        }
        if (classes.size() == 1) {
            options.add(0, "isinstance(" + value + ", " + classes.get(0) + ")");
        } else if (!classes.isEmpty()) {
            options.add(0, "isinstance(" + value + ", (" + String.join(", ", classes) + "))");
        }
        if (options.size() == 1) {
            return options.get(0);
        }
        return String.join(" or ", options);
    }

    private String equals(List<Json> values, String value) {
        List<String> texts = new ArrayList<>();
        List<String> options = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Json one : values) {
            if (one instanceof Json.Str text) {
                texts.add(text.value());
            } else if (one instanceof Json.Null || one instanceof Json.Bool) {
                options.add(value + " is " + Literals.json(one));
            } else {
                others.add(Literals.json(one));
            }
        }
        if (texts.size() == 1) {
            options.add(0, value + " == " + Literals.string(texts.get(0)));
        } else if (!texts.isEmpty()) {
            options.add(0, "isinstance(" + value + ", str) and " + value + " in " + Literals.set(texts));
        }
        for (String other : others) {
            String key = support.use(Part.KEY);
            options.add(key + "(" + value + ") == " + key + "(" + other + ")");
        }
        if (options.size() == 1) {
            return options.get(0);
        }
        return options.stream()
                .map(option -> option.contains(" and ") ? "(" + option + ")" : option)
                .collect(Collectors.joining(" or "));
    }

    private static String operand(String expression) {
        return isSimple(expression) ? expression : "(" + expression + ")";
    }

    private static boolean isSimple(String expression) {
        String outer = outer(expression);
        return !outer.contains(" or ") && !outer.contains(" and ") && !outer.contains(" for ");
    }

    /** Returns what stands outside of every bracket and text. */
    private static String outer(String expression) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '"' || c == '\'') {
                for (i++; expression.charAt(i) != c; i++) {
                    if (expression.charAt(i) == '\\') {
                        i++;
                    }
                }
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String negated(String expression) {
        String outer = outer(expression);
        if (!isSimple(expression)) {
            return "not (" + expression + ")";
        }
        if (expression.equals("True") || expression.equals("False")) {
            return expression.equals("True") ? "False" : "True";
        }
        if (outer.startsWith("not ")) {
            return expression.substring(4);
        }
        if (outer.contains(" is ")) {
            return expression.replaceFirst(" is (?=None|True|False)", " is not ");
        }
        if (outer.contains(" == ") && expression.indexOf(" == ") == expression.lastIndexOf(" == ")) {
            return expression.replace(" == ", " != ");
        }
        return "not " + expression;
    }

    // --- what is evaluated

    private enum Side {
        MEMBERS,
        ITEMS
    }

    /** Returns a call for what a schema evaluates, apart from its own {@code unevaluated...}. */
    private String evaluated(Schema schema, Side side) {
        String prefix = side == Side.MEMBERS ? "_members_" : "_items_";
        String name = function(List.of(schema.id(), side), prefix, own -> evaluation(own, schema, side));
        return name + "(value)";
    }

    private void evaluation(String name, Schema schema, Side side) {
        boolean members = side == Side.MEMBERS;
        StringBuilder out = new StringBuilder();
        out.append("def ")
                .append(name)
                .append(
                        members
                                ? "(value: dict[str, JsonValue]) -> set[str]:\n"
                                : "(value: list[JsonValue]) -> set[int]:\n");
        out.append("    # ").append(comment("#" + schema.location().pointer())).append('\n');
        out.append("    found: set[").append(members ? "str" : "int").append("] = set()\n");
        for (Assertion assertion : schema.assertions()) {
            if (members) {
                memberEvaluation(assertion, schema, out);
            } else {
                itemEvaluation(assertion, out);
            }
            inPlaceEvaluation(assertion, side, out);
        }
        functions.put(name, out.append("    return found\n").toString());
    }

    private static void add(String condition, String expression, StringBuilder out) {
        if (condition.isEmpty()) {
            out.append(Layout.statement("found |= " + expression, 1)).append('\n');
        } else {
            out.append(Layout.statement("if " + condition + ":", 1)).append('\n');
            out.append(Layout.statement("found |= " + expression, 2)).append('\n');
        }
    }

    private void memberEvaluation(Assertion assertion, Schema schema, StringBuilder out) {
        if (assertion instanceof Assertion.Properties properties) {
            if (!properties.schemas().isEmpty()) {
                add("", "value.keys() & " + Literals.set(properties.schemas().keySet()), out);
            }
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            for (String regex : properties.schemas().keySet()) {
                matches(regex, "name", schema)
                        .ifPresent(match -> add("", "{name for name in value if " + match + "}", out));
            }
        } else if (assertion instanceof Assertion.AdditionalProperties additional) {
            String other = other(additional, schema);
            add("", other.isEmpty() ? "value.keys()" : "{name for name in value if " + other + "}", out);
        }
    }

    private void itemEvaluation(Assertion assertion, StringBuilder out) {
        if (assertion instanceof Assertion.PrefixItems prefix) {
            add("", "set(range(min(len(value), " + prefix.schemas().size() + ")))", out);
        } else if (assertion instanceof Assertion.Items) {
            add("", "set(range(len(value)))", out);
        } else if (assertion instanceof Assertion.Contains contains) {
            String valid = valid(contains.schema(), "item");
            add("", "{index for index, item in enumerate(value) if " + valid + "}", out);
        }
    }

    private void inPlaceEvaluation(Assertion assertion, Side side, StringBuilder out) {
        if (assertion instanceof Assertion.Reference reference) {
            nested(reference.schema(), "", side, out);
        } else if (assertion instanceof Assertion.AllOf all) {
            all.schemas().forEach(id -> nested(id, "", side, out));
        } else if (assertion instanceof Assertion.AnyOf any) {
            any.schemas().forEach(id -> nested(id, valid(id, "value"), side, out));
        } else if (assertion instanceof Assertion.OneOf one) {
            one.schemas().forEach(id -> nested(id, valid(id, "value"), side, out));
        } else if (assertion instanceof Assertion.Conditional conditional) {
            String condition = valid(conditional.condition(), "value");
            nested(conditional.condition(), condition, side, out);
            conditional.then().ifPresent(id -> nested(id, condition, side, out));
            conditional.otherwise().ifPresent(id -> nested(id, negated(condition), side, out));
        } else if (assertion instanceof Assertion.DependentSchemas dependent && side == Side.MEMBERS) {
            dependent.schemas().forEach((name, id) -> nested(id, Literals.string(name) + " in value", side, out));
        }
    }

    private void nested(SchemaId id, String condition, Side side, StringBuilder out) {
        Schema schema = graph.schema(target(id));
        if (condition.equals("False") || !evaluates(schema, side)) {
            return;
        }
        boolean all = schema.assertions().stream()
                .anyMatch(assertion -> side == Side.MEMBERS
                        ? assertion instanceof Assertion.UnevaluatedProperties
                        : assertion instanceof Assertion.UnevaluatedItems);
        String everything = side == Side.MEMBERS ? "value.keys()" : "set(range(len(value)))";
        add(condition.equals("True") ? "" : condition, all ? everything : evaluated(schema, side), out);
    }

    private static boolean evaluates(Schema schema, Side side) {
        return schema.assertions().stream()
                .anyMatch(assertion -> assertion instanceof Assertion.Reference
                        || assertion instanceof Assertion.AllOf
                        || assertion instanceof Assertion.AnyOf
                        || assertion instanceof Assertion.OneOf
                        || assertion instanceof Assertion.Conditional
                        || (side == Side.MEMBERS
                                ? assertion instanceof Assertion.Properties
                                        || assertion instanceof Assertion.PatternProperties
                                        || assertion instanceof Assertion.AdditionalProperties
                                        || assertion instanceof Assertion.DependentSchemas
                                        || assertion instanceof Assertion.UnevaluatedProperties
                                : assertion instanceof Assertion.PrefixItems
                                        || assertion instanceof Assertion.Items
                                        || assertion instanceof Assertion.Contains
                                        || assertion instanceof Assertion.UnevaluatedItems));
    }
}
