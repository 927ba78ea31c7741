package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.CodeWriter;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes functions that decide whether a JSON value is valid, for the schemas that are asked for and all that they need. */
final class Predicates {

    private static final BigInteger LARGEST_DIVISOR =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final SchemaGraph graph;
    private final RustNames names;
    private final Support support;
    private final Patterns patterns;
    private final List<Finding> findings;
    private final CallGraph calls;
    private final Map<Function1, String> functions = new LinkedHashMap<>();
    private final List<Function1> open = new ArrayList<>();

    /** What a function answers about a schema. */
    enum Question {
        /** Whether a value is valid. */
        HOLDS,
        /** Which members it has evaluated. */
        NAMES,
        /** Which members everything but its {@code unevaluatedProperties} has evaluated. */
        OTHER_NAMES,
        /** Which items it has evaluated. */
        POSITIONS,
        /** Which items everything but its {@code unevaluatedItems} has evaluated. */
        OTHER_POSITIONS
    }

    /** A function by what it answers. */
    record Function1(Question question, SchemaId schema) {}

    /** How the value at hand and what is known of it are passed on. */
    private record Scope(String value, String reference, String memo) {}

    private static final Scope INSIDE = new Scope("value", "value", "memo");
    private static final Scope OUTSIDE = new Scope("value", "&value", "&mut Memo::new()");

    Predicates(
            SchemaGraph graph,
            RustNames names,
            Support support,
            Patterns patterns,
            List<Finding> findings,
            Collection<Assertion> asked,
            Collection<SchemaId> schemas) {
        this.graph = graph;
        this.names = names;
        this.support = support;
        this.patterns = patterns;
        this.findings = findings;
        this.calls = new CallGraph(graph, asked, schemas);
    }

    /** Returns the condition that an assertion is about the JSON in the variable {@code value}. */
    Code condition(Assertion assertion, Location location, String hint) {
        return Code.chain("&&", conditions(assertion, OUTSIDE, location, hint));
    }

    /** Returns the condition that the JSON in the variable {@code value} is valid under a schema. */
    Code condition(SchemaId schema) {
        return holds(schema, OUTSIDE);
    }

    /** Writes the functions that were asked for, and those that they call. */
    void write(CodeWriter out) {
        for (int i = 0; i < open.size(); i++) {
            write(open.get(i), out);
        }
    }

    private void write(Function1 function, CodeWriter out) {
        Schema schema = graph.schema(function.schema());
        String name = name(function);
        boolean memo = calls.needsMemo(function);
        String parameters = memo ? "value: &Value, memo: &mut Memo" : "value: &Value";
        out.blank();
        switch (function.question()) {
            case HOLDS -> {
                List<Code> all = new ArrayList<>();
                for (Assertion assertion : schema.assertions()) {
                    all.addAll(conditions(assertion, INSIDE, schema.location(), schema.key()));
                }
                String body = "decide" + name.substring(2);
                if (calls.isMemoised(function)) {
                    support.use("recall");
                    out.block(
                            "fn " + name + "(" + parameters + ") -> bool {",
                            "}",
                            () -> out.line(Code.call(
                                            "recall",
                                            Code.text("memo"),
                                            Code.text(Integer.toString(
                                                    function.schema().number())),
                                            Code.text("value"),
                                            Code.text(body))
                                    .layout(4, 0, 0)));
                    out.blank();
                }
                if (all.isEmpty()) {
                    all.add(Code.text("true"));
                }
                String used = calls.isMemoised(function) ? body : name;
                out.block(
                        "fn " + used + "(" + parameters + ") -> bool {",
                        "}",
                        () -> out.line(Code.chain("&&", all).layout(4, 0, 0)));
            }
            case NAMES, OTHER_NAMES -> {
                support.use("Names");
                String signature = memo
                        ? "<'a>(value: &'a Value, memo: &mut Memo) -> Names<'a> {"
                        : "(value: &Value) -> Names<'_> {";
                out.block("fn " + name + signature, "}", () -> {
                    out.line("let mut seen = Names::new();");
                    evaluated(function, schema, out);
                    out.line("seen");
                });
            }
            case POSITIONS, OTHER_POSITIONS -> {
                support.use("Positions");
                out.block("fn " + name + "(" + parameters + ") -> Positions {", "}", () -> {
                    out.line("let mut seen = Positions::new();");
                    evaluated(function, schema, out);
                    out.line("seen");
                });
            }
        }
    }

    private void evaluated(Function1 function, Schema schema, CodeWriter out) {
        Code value = Code.text("value");
        Code seen = Code.text("&mut seen");
        boolean items = function.question() == Question.POSITIONS || function.question() == Question.OTHER_POSITIONS;
        for (Assertion assertion : schema.assertions()) {
            if (!items && assertion instanceof Assertion.Properties properties) {
                statement(
                        out,
                        Code.call(
                                support.use("take_names"),
                                value,
                                seen,
                                texts(properties.schemas().keySet())));
            } else if (!items && assertion instanceof Assertion.PatternProperties properties) {
                for (String pattern : properties.schemas().keySet()) {
                    patterns.reference(pattern, schema.key(), schema.location())
                            .ifPresent(static1 -> statement(
                                    out, Code.call(support.use("take_matching"), value, seen, Code.text(static1))));
                }
            } else if (!items
                    && (assertion instanceof Assertion.AdditionalProperties
                            || (assertion instanceof Assertion.UnevaluatedProperties
                                    && function.question() == Question.NAMES))) {
                statement(out, Code.call(support.use("take_all_names"), value, seen));
            } else if (items && assertion instanceof Assertion.PrefixItems prefix) {
                statement(
                        out,
                        Code.call(
                                support.use("take_items"),
                                value,
                                seen,
                                Code.text("0.." + prefix.schemas().size())));
            } else if (items && assertion instanceof Assertion.Items rest) {
                statement(
                        out,
                        Code.call(support.use("take_items"), value, seen, Code.text(rest.from() + "..usize::MAX")));
            } else if (items && assertion instanceof Assertion.Contains contains) {
                statement(
                        out,
                        Code.call(support.use("take_containing"), value, seen, function(contains.schema(), INSIDE)));
            } else if (items
                    && assertion instanceof Assertion.UnevaluatedItems
                    && function.question() == Question.POSITIONS) {
                statement(out, Code.call(support.use("take_items"), value, seen, Code.text("0..usize::MAX")));
            } else {
                for (CallGraph.Applied applied : CallGraph.applied(assertion)) {
                    Function1 next =
                            new Function1(items ? Question.POSITIONS : Question.NAMES, calls.target(applied.schema()));
                    if (!calls.evaluates(next)) {
                        continue;
                    }
                    Code extend = Code.call("seen.extend", Code.text(call(next, INSIDE)));
                    Optional<Code> guard = guard(applied);
                    if (guard.isPresent()) {
                        out.line("if " + guard.get().line() + " {");
                        out.line("    " + extend.line() + ";");
                        out.line("}");
                    } else {
                        statement(out, extend);
                    }
                }
            }
        }
    }

    private Optional<Code> guard(CallGraph.Applied applied) {
        return switch (applied.when()) {
            case ALWAYS -> Optional.empty();
            case VALID -> Optional.of(holds(applied.condition(), INSIDE));
            case INVALID ->
                Optional.of(Code.text("!" + holds(applied.condition(), INSIDE).line()));
            case PRESENT -> Optional.of(Code.text("value.get(" + Text.literal(applied.member()) + ").is_some()"));
        };
    }

    private static void statement(CodeWriter out, Code expression) {
        out.line(expression.layout(4, 0, 1) + ";");
    }

    /** Returns the condition that a schema holds, as an operand. */
    private Code holds(SchemaId id, Scope scope) {
        SchemaId target = calls.target(id);
        if (calls.isAlways(target)) {
            return Code.text("true");
        } else if (calls.isNever(target)) {
            return Code.text("false");
        }
        Optional<Set<JsonType>> types = calls.types(target);
        if (types.isPresent()) {
            return types(types.get(), scope);
        }
        return Code.text(call(new Function1(Question.HOLDS, target), scope));
    }

    /** Returns a function from a value to whether a schema holds. */
    private Code function(SchemaId id, Scope scope) {
        SchemaId target = calls.target(id);
        if (calls.isAlways(target)) {
            return new Code.Closure("_", Code.text("true"));
        } else if (calls.isNever(target)) {
            return new Code.Closure("_", Code.text("false"));
        }
        Optional<Set<JsonType>> types = calls.types(target);
        if (types.isPresent()) {
            if (types.get().size() == 1) {
                JsonType type = types.get().iterator().next();
                return Code.text(type == JsonType.INTEGER ? support.use("is_integer") : "Value::" + method(type));
            }
            return new Code.Closure("v", types(types.get(), new Scope("v", "v", scope.memo())));
        }
        Function1 function = new Function1(Question.HOLDS, target);
        return calls.needsMemo(function)
                ? new Code.Closure("v", Code.text(call(function, new Scope("v", "v", scope.memo()))))
                : Code.text(name(function));
    }

    private String call(Function1 function, Scope scope) {
        if (calls.needsMemo(function)) {
            support.use("Memo");
            return name(function) + "(" + scope.reference() + ", " + scope.memo() + ")";
        }
        return name(function) + "(" + scope.reference() + ")";
    }

    private String name(Function1 function) {
        String name = functions.get(function);
        if (name == null) {
            Schema schema = graph.schema(function.schema());
            String verb = switch (function.question()) {
                case HOLDS -> "is";
                case NAMES -> "names_of";
                case OTHER_NAMES -> "other_names_of";
                case POSITIONS -> "items_of";
                case OTHER_POSITIONS -> "other_items_of";
            };
            String key = schema.key().isEmpty() ? "schema" : schema.key();
            name = names.function(verb, key.length() > 40 ? key.substring(0, 40) : key);
            functions.put(function, name);
            open.add(function);
        }
        return name;
    }

    private Code types(Set<JsonType> types, Scope scope) {
        List<Code> all = types.stream()
                .filter(type -> type != JsonType.INTEGER || !types.contains(JsonType.NUMBER))
                .sorted()
                .map(type -> Code.text(
                        type == JsonType.INTEGER
                                ? support.use("is_integer") + "(" + scope.reference() + ")"
                                : scope.value() + "." + method(type) + "()"))
                .toList();
        return Code.chain("||", all);
    }

    private static String method(JsonType type) {
        return switch (type) {
            case NULL -> "is_null";
            case BOOLEAN -> "is_boolean";
            case INTEGER -> throw new IllegalArgumentException("no method of serde_json tells integers");
            case NUMBER -> "is_number";
            case STRING -> "is_string";
            case ARRAY -> "is_array";
            case OBJECT -> "is_object";
        };
    }

    /** Returns the operands that must all hold; none if the assertion is always true. */
    private List<Code> conditions(Assertion assertion, Scope scope, Location location, String hint) {
        return condition(assertion, scope, location, hint).stream()
                .filter(code -> !code.line().equals("true"))
                .toList();
    }

    private List<Code> condition(Assertion assertion, Scope scope, Location location, String hint) {
        Function<String, Function<Code, Code>> about =
                part -> argument -> Code.call(support.use(part), Code.text(scope.reference()), argument);
        if (assertion instanceof Assertion.Never) {
            return List.of(Code.text("false"));
        } else if (assertion instanceof Assertion.Types some) {
            return List.of(types(some.types(), scope));
        } else if (assertion instanceof Assertion.Values values) {
            return List.of(values(values.values(), scope));
        } else if (assertion instanceof Assertion.Minimum bound) {
            return List.of(
                    about.apply(bound.exclusive() ? "more_than" : "at_least").apply(number(bound.bound())));
        } else if (assertion instanceof Assertion.Maximum bound) {
            return List.of(
                    about.apply(bound.exclusive() ? "less_than" : "at_most").apply(number(bound.bound())));
        } else if (assertion instanceof Assertion.MultipleOf multiple) {
            return divisor(multiple.divisor(), location)
                    .map(divisor -> List.of(about.apply("multiple_of").apply(Code.text(divisor))))
                    .orElse(List.of());
        } else if (assertion instanceof Assertion.MinLength min) {
            return List.of(about.apply("has_length").apply(Code.text(min.length() + "..")));
        } else if (assertion instanceof Assertion.MaxLength max) {
            return List.of(about.apply("has_length").apply(Code.text("..=" + max.length())));
        } else if (assertion instanceof Assertion.Pattern pattern) {
            return patterns.reference(pattern.regex(), hint, location)
                    .map(constant -> List.of(about.apply("matches").apply(Code.text(constant))))
                    .orElse(List.of());
        } else if (assertion instanceof Assertion.MinItems min) {
            return List.of(about.apply("has_items").apply(Code.text(min.count() + "..")));
        } else if (assertion instanceof Assertion.MaxItems max) {
            return List.of(about.apply("has_items").apply(Code.text("..=" + max.count())));
        } else if (assertion instanceof Assertion.MinProperties min) {
            return List.of(about.apply("has_members").apply(Code.text(min.count() + "..")));
        } else if (assertion instanceof Assertion.MaxProperties max) {
            return List.of(about.apply("has_members").apply(Code.text("..=" + max.count())));
        } else if (assertion instanceof Assertion.UniqueItems) {
            return List.of(Code.call(support.use("is_unique"), Code.text(scope.reference())));
        } else if (assertion instanceof Assertion.Required required) {
            return List.of(about.apply("has").apply(texts(required.names())));
        } else if (assertion instanceof Assertion.PropertyNames propertyNames) {
            // names are looked at outside the memo: they have no place of their own in the document
            Scope apart = new Scope(scope.value(), scope.reference(), "&mut Memo::new()");
            return List.of(about.apply("all_names").apply(function(propertyNames.schema(), apart)));
        }
        return applicator(assertion, scope, location, hint);
    }

    private List<Code> applicator(Assertion assertion, Scope scope, Location location, String hint) {
        Code reference = Code.text(scope.reference());
        List<Code> all = new ArrayList<>();
        if (assertion instanceof Assertion.PrefixItems prefix) {
            for (int i = 0; i < prefix.schemas().size(); i++) {
                part(scope, Integer.toString(i), prefix.schemas().get(i)).ifPresent(all::add);
            }
        } else if (assertion instanceof Assertion.Items items) {
            if (!calls.isAlways(calls.target(items.schema()))) {
                all.add(Code.call(
                        support.use("all_items"),
                        reference,
                        Code.text(Integer.toString(items.from())),
                        function(items.schema(), scope)));
            }
        } else if (assertion instanceof Assertion.Contains contains) {
            String range =
                    contains.min() + contains.max().map(max -> "..=" + max).orElse("..");
            all.add(Code.call(
                    support.use("contains"), reference, Code.text(range), function(contains.schema(), scope)));
        } else if (assertion instanceof Assertion.Properties properties) {
            properties
                    .schemas()
                    .forEach((name, schema) ->
                            part(scope, Text.literal(name), schema).ifPresent(all::add));
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            properties
                    .schemas()
                    .forEach((pattern, schema) -> patterns.reference(pattern, hint, location)
                            .ifPresent(constant -> all.add(Code.call(
                                    support.use("matching_members"),
                                    reference,
                                    Code.text(constant),
                                    function(schema, scope)))));
        } else if (assertion instanceof Assertion.AdditionalProperties rest) {
            if (!calls.isAlways(calls.target(rest.schema()))) {
                List<String> constants = rest.patterns().stream()
                        .flatMap(pattern -> patterns.reference(pattern, hint, location).stream())
                        .toList();
                all.add(Code.call(
                        support.use("other_members"),
                        reference,
                        texts(rest.names()),
                        Code.slice(constants),
                        function(rest.schema(), scope)));
            }
        } else if (assertion instanceof Assertion.DependentRequired dependent) {
            dependent
                    .names()
                    .forEach((name, needed) -> all.add(Code.chain(
                            "||",
                            List.of(
                                    Code.text(scope.value() + ".get(" + Text.literal(name) + ").is_none()"),
                                    Code.call(support.use("has"), reference, texts(needed))))));
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            dependent
                    .schemas()
                    .forEach((name, schema) -> all.add(or(
                            Code.text(scope.value() + ".get(" + Text.literal(name) + ").is_none()"),
                            holds(schema, scope))));
        } else if (assertion instanceof Assertion.UnevaluatedProperties
                || assertion instanceof Assertion.UnevaluatedItems) {
            unevaluated(assertion, scope).ifPresent(all::add);
        } else if (assertion instanceof Assertion.Reference one) {
            all.add(holds(one.schema(), scope));
        } else if (assertion instanceof Assertion.AllOf some) {
            some.schemas().forEach(schema -> all.add(holds(schema, scope)));
        } else if (assertion instanceof Assertion.AnyOf some) {
            all.add(any(some.schemas(), scope));
        } else if (assertion instanceof Assertion.OneOf some) {
            all.add(Code.call(
                    support.use("exactly_one"),
                    new Code.Items(
                            "[",
                            some.schemas().stream()
                                    .map(one -> holds(one, scope))
                                    .toList())));
        } else if (assertion instanceof Assertion.Not not) {
            all.add(not(holds(not.schema(), scope)));
        } else if (assertion instanceof Assertion.Conditional conditional) {
            all.addAll(conditional(conditional, scope));
        }
        return all;
    }

    private Code any(List<SchemaId> schemas, Scope scope) {
        List<Code> options =
                schemas.stream().map(schema -> holds(schema, scope)).toList();
        if (options.stream().anyMatch(option -> option.line().equals("true"))) {
            return Code.text("true");
        }
        List<Code> flat = new ArrayList<>();
        for (Code option : options) {
            if (option instanceof Code.Chain chain && chain.operator().equals("||")) {
                flat.addAll(chain.operands());
            } else if (!option.line().equals("false")) {
                flat.add(option);
            }
        }
        return flat.isEmpty() ? Code.text("false") : Code.chain("||", flat);
    }

    private static Code not(Code condition) {
        String line = condition.line();
        if (line.equals("true")) {
            return Code.text("false");
        } else if (line.equals("false")) {
            return Code.text("true");
        }
        return Code.text(condition instanceof Code.Chain ? "!(" + line + ")" : "!" + line);
    }

    private static Code or(Code first, Code second) {
        if (first.line().equals("true") || second.line().equals("true")) {
            return Code.text("true");
        } else if (second.line().equals("false")) {
            return first;
        } else if (first.line().equals("false")) {
            return second;
        }
        List<Code> operands = new ArrayList<>();
        for (Code one : List.of(first, second)) {
            if (one instanceof Code.Chain chain && chain.operator().equals("||")) {
                operands.addAll(chain.operands());
            } else {
                operands.add(one);
            }
        }
        return new Code.Chain("||", operands);
    }

    private List<Code> conditional(Assertion.Conditional conditional, Scope scope) {
        if (conditional.then().isEmpty() && conditional.otherwise().isEmpty()) {
            return List.of();
        }
        Code condition = holds(conditional.condition(), scope);
        Code then = conditional.then().map(id -> holds(id, scope)).orElse(Code.text("true"));
        Code otherwise = conditional.otherwise().map(id -> holds(id, scope)).orElse(Code.text("true"));
        if (otherwise.line().equals("true")) {
            return List.of(or(not(condition), then));
        } else if (then.line().equals("true")) {
            return List.of(or(condition, otherwise));
        }
        return List.of(Code.call(support.use("choose"), condition, then, otherwise));
    }

    /** Returns what must hold of a member or an item that is there. */
    private Optional<Code> part(Scope scope, String key, SchemaId schema) {
        SchemaId target = calls.target(schema);
        if (calls.isAlways(target)) {
            return Optional.empty();
        }
        String get = ".get(" + key + ")";
        if (calls.isNever(target)) {
            return Optional.of(Code.text(scope.value() + get + ".is_none()"));
        }
        return Optional.of(new Code.Part(scope.value(), get, function(schema, scope)));
    }

    private Optional<Code> unevaluated(Assertion assertion, Scope scope) {
        boolean items = assertion instanceof Assertion.UnevaluatedItems;
        SchemaId schema = assertion instanceof Assertion.UnevaluatedItems some
                ? some.schema()
                : ((Assertion.UnevaluatedProperties) assertion).schema();
        if (calls.isAlways(calls.target(schema))) {
            return Optional.empty();
        }
        Function1 others =
                new Function1(items ? Question.OTHER_POSITIONS : Question.OTHER_NAMES, calls.owner(assertion));
        return Optional.of(Code.call(
                support.use(items ? "unseen_items" : "unseen_names"),
                Code.text(scope.reference()),
                Code.text("&" + call(others, scope)),
                function(schema, scope)));
    }

    private Code values(List<Json> values, Scope scope) {
        Code reference = Code.text(scope.reference());
        if (values.stream().allMatch(Json.Str.class::isInstance)) {
            return Code.call(
                    support.use("one_of"),
                    reference,
                    texts(values.stream()
                            .map(value -> ((Json.Str) value).value())
                            .filter(text -> !Text.hasLoneSurrogate(text))
                            .toList()));
        }
        return Code.call(
                support.use("equals"),
                reference,
                Code.slice(
                        values.stream().map(Canonical::text).map(Text::literal).toList()));
    }

    private static Code texts(Collection<String> texts) {
        return Code.slice(texts.stream().map(Text::literal).collect(Collectors.toList()));
    }

    private static Code number(BigDecimal number) {
        return Code.text('"' + number.toString() + '"');
    }

    /** Returns the literal of a divisor; none, which is found, if it has too many digits for the support to divide by. */
    Optional<String> divisor(BigDecimal divisor, Location location) {
        if (divisor.stripTrailingZeros().unscaledValue().compareTo(LARGEST_DIVISOR) <= 0) {
            return Optional.of('"' + divisor.toString() + '"');
        }
        findings.add(new Finding(
                "undecidable-divisor",
                Finding.Severity.WARNING,
                location,
                "'multipleOf' has more digits than 64 bits hold. The code does not check it. Use a shorter divisor."));
        return Optional.empty();
    }

    /** Returns the schemas for which functions were written. */
    Set<SchemaId> written() {
        Set<SchemaId> all = new HashSet<>();
        functions.keySet().forEach(function -> all.add(function.schema()));
        return all;
    }
}
