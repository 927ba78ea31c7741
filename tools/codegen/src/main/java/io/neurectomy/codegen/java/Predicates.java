package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Compiles schemas to methods that decide whether a JSON tree is valid: one method a schema, written when it is first
 * asked for. A schema that leads back to itself remembers what it found, or trying each variant at each level would take
 * time exponential in the depth of a document.
 */
final class Predicates {

    /** Keeps a method below 64 KB, and mostly below the 8000 bytes that the just-in-time compiler refuses. */
    private static final int MOST_STATEMENTS = 150;

    /** Keeps the constants of a class below their limit. */
    private static final int MOST_WEIGHT = 4000;

    private final Plan plan;
    private final Map<Integer, ClassName> methods = new HashMap<>();
    private final Map<Integer, ClassName> names = new HashMap<>();
    private final Map<Integer, ClassName> items = new HashMap<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, Boolean> recursive = new TreeMap<>();
    private boolean recursionKnown;

    /** A class of predicates. */
    private final class Part {
        private final ClassName name;
        private final TypeSpec.Builder type;
        private final Constants constants = new Constants(plan);
        private int weight;

        Part(ClassName name) {
            this.name = name;
            this.type = TypeSpec.classBuilder(name)
                    .addJavadoc("Decides what the shape of a type does not: a method for each schema.\n")
                    .addAnnotation(Plan.NULL_MARKED)
                    .addModifiers(Modifier.FINAL)
                    .addMethod(MethodSpec.constructorBuilder()
                            .addModifiers(Modifier.PRIVATE)
                            .build());
        }
    }

    Predicates(Plan plan) {
        this.plan = plan;
    }

    /** Returns the classes, after everything was asked for. */
    List<TypeSpec> finish() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
        List<TypeSpec> types = new ArrayList<>();
        for (Part part : parts) {
            part.constants.addTo(part.type);
            types.add(part.type.build());
        }
        return types;
    }

    private Schema schema(SchemaId id) {
        return plan.model().graph().schema(id);
    }

    private ClassName place(int weight) {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last == null || last.weight + weight > MOST_WEIGHT) {
            last = new Part(plan.allocate(parts.isEmpty() ? "Schemas" : "Schemas" + (parts.size() + 1)));
            parts.add(last);
        }
        last.weight += weight;
        return last.name;
    }

    private Part part(ClassName name) {
        return parts.stream().filter(part -> part.name.equals(name)).findFirst().orElseThrow();
    }

    /**
     * Returns a condition: whether a value is valid under a schema.
     *
     * @param value an expression of the tree
     * @param memo an expression of what is known of the tree
     */
    CodeBlock holds(SchemaId id, CodeBlock value, CodeBlock memo) {
        Schema schema = schema(id);
        if (schema.assertions().isEmpty()) {
            return CodeBlock.of("true");
        }
        if (isNever(schema)) {
            return CodeBlock.of("false");
        }
        if (schema.assertions().size() == 1
                && schema.assertions().get(0) instanceof Assertion.Reference reference
                && !reference.schema().equals(id)
                && !isRecursive(id)) {
            return holds(reference.schema(), value, memo);
        }
        ClassName owner = methods.get(id.number());
        if (owner == null) {
            owner = place(weight(schema));
            methods.put(id.number(), owner);
            ClassName chosen = owner;
            work.add(() -> write(schema, part(chosen)));
        }
        return CodeBlock.of("$T.s$L($L, $L)", owner, id.number(), value, memo);
    }

    private static boolean isNever(Schema schema) {
        return schema.assertions().stream().anyMatch(Assertion.Never.class::isInstance);
    }

    private static int weight(Schema schema) {
        int weight = 1;
        for (Assertion assertion : schema.assertions()) {
            if (assertion instanceof Assertion.Properties properties) {
                weight += properties.schemas().size();
            } else if (assertion instanceof Assertion.AdditionalProperties additional) {
                weight += additional.names().size();
            } else if (assertion instanceof Assertion.Required required) {
                weight += required.names().size();
            } else if (assertion instanceof Assertion.AnyOf any) {
                weight += any.schemas().size();
            } else if (assertion instanceof Assertion.OneOf one) {
                weight += one.schemas().size();
            } else {
                weight += 2;
            }
        }
        return weight;
    }

    /** Returns whether a schema leads back to itself. */
    private boolean isRecursive(SchemaId id) {
        if (!recursionKnown) {
            recursionKnown = true;
            new Cycles(plan.model().graph()).members().forEach(number -> recursive.put(number, true));
        }
        return recursive.containsKey(id.number());
    }

    private void write(Schema schema, Part part) {
        int number = schema.id().number();
        String name = "s" + number;
        boolean remembers = isRecursive(schema.id());
        List<CodeBlock> statements = new ArrayList<>();
        Body body = new Body(part.constants, CodeBlock.of("return false"), schema);
        schema.assertions().forEach(assertion -> statements.addAll(body.statements(assertion)));
        String location = Texts.javadocLine(schema.location().pointer());
        if (remembers) {
            part.type.addMethod(predicate(name)
                    .addJavadoc("$L\n", location.isEmpty() ? "The root." : location)
                    .addCode(
                            "$T known = memo.get($L, v);\nreturn known != null ? known : memo.put($L, v, $L(v, memo));\n",
                            Plan.nullable(TypeName.BOOLEAN.box()),
                            number,
                            number,
                            name + "_")
                    .build());
            name += "_";
        }
        split(part, name, statements, location);
    }

    private void split(Part part, String name, List<CodeBlock> statements, String location) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (statements.size() <= MOST_STATEMENTS) {
            statements.forEach(body::add);
            body.add("return true;\n");
        } else {
            StringJoiner parts = new StringJoiner(" && ");
            for (int start = 0, i = 0; start < statements.size(); start += MOST_STATEMENTS, i++) {
                CodeBlock.Builder some = CodeBlock.builder();
                statements
                        .subList(start, Math.min(statements.size(), start + MOST_STATEMENTS))
                        .forEach(some::add);
                String each = name + "_" + i;
                part.type.addMethod(predicate(each)
                        .addCode(some.add("return true;\n").build())
                        .build());
                parts.add(each + "(v, memo)");
            }
            body.add("return $L;\n", parts);
        }
        part.type.addMethod(predicate(name)
                .addJavadoc("$L\n", location.isEmpty() ? "The root." : location)
                .addCode(body.build())
                .build());
    }

    private MethodSpec.Builder predicate(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(plan.jackson().node(), "v")
                .addParameter(memo(), "memo");
    }

    /** Returns the type of what is known of a tree. */
    ClassName memo() {
        return plan.json("NodeParser").nestedClass("Memo");
    }

    /**
     * Returns the statements that check assertions of one schema about a tree {@code v} and throw if one does not hold.
     */
    List<CodeBlock> orThrow(List<Assertion> assertions, Schema schema, Constants constants) {
        List<CodeBlock> statements = new ArrayList<>();
        Body body = new Body(constants, CodeBlock.of(""), schema);
        for (Assertion assertion : assertions) {
            String keyword = keyword(assertion);
            body.fail = CodeBlock.of(
                    "throw new IllegalArgumentException($L)",
                    Texts.literal(": breaks " + keyword + " of the schema at #"
                            + schema.location().pointer()));
            statements.addAll(body.statements(assertion));
        }
        return statements;
    }

    private static String keyword(Assertion assertion) {
        if (assertion instanceof Assertion.Never) {
            return "'false'";
        } else if (assertion instanceof Assertion.Values) {
            return "'enum' or 'const'";
        } else if (assertion instanceof Assertion.Types) {
            return "'type'";
        } else if (assertion instanceof Assertion.Reference) {
            return "'$ref'";
        } else if (assertion instanceof Assertion.Conditional) {
            return "'if', 'then', 'else'";
        }
        String name = assertion.getClass().getSimpleName();
        return "'" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "'";
    }

    /** Writes the assertions of one method. */
    private final class Body {
        private final Constants constants;
        private final Schema schema;
        private CodeBlock fail;
        private int variables;

        Body(Constants constants, CodeBlock fail, Schema schema) {
            this.constants = constants;
            this.fail = fail;
            this.schema = schema;
        }

        private CodeBlock call(SchemaId id, String value) {
            return holds(id, CodeBlock.of("$L", value), CodeBlock.of("memo"));
        }

        private CodeBlock failIf(CodeBlock condition) {
            return CodeBlock.of("if ($L) {\n$>$L;\n$<}\n", condition, fail);
        }

        private CodeBlock failIf(String condition, Object... args) {
            return failIf(CodeBlock.of(plan.jackson().words(condition), args));
        }

        private boolean always(SchemaId id) {
            return schema(id).assertions().isEmpty();
        }

        List<CodeBlock> statements(Assertion assertion) {
            List<CodeBlock> out = new ArrayList<>();
            if (assertion instanceof Assertion.Never) {
                // A plain throw would make what follows unreachable, which the compiler refuses.
                out.add(failIf("v != null"));
            } else if (assertion instanceof Assertion.Types types) {
                out.add(failIf("!($L)", types(types.types())));
            } else if (assertion instanceof Assertion.Values values) {
                out.add(values(values.values()));
            } else if (assertion instanceof Assertion.Minimum minimum) {
                String bound = constants.decimal("MINIMUM", minimum.bound());
                out.add(failIf(
                        "v.isNumber() && v.decimalValue().compareTo($L) $L 0",
                        bound,
                        minimum.exclusive() ? "<=" : "<"));
            } else if (assertion instanceof Assertion.Maximum maximum) {
                String bound = constants.decimal("MAXIMUM", maximum.bound());
                out.add(failIf(
                        "v.isNumber() && v.decimalValue().compareTo($L) $L 0",
                        bound,
                        maximum.exclusive() ? ">=" : ">"));
            } else if (assertion instanceof Assertion.MultipleOf multiple) {
                String divisor = constants.decimal("DIVISOR", multiple.divisor());
                out.add(failIf(
                        "v.isNumber() && !$T.isMultiple(v.decimalValue(), $L)", plan.check("isMultiple"), divisor));
            } else if (assertion instanceof Assertion.MinLength length) {
                out.add(failIf("v.isString() && $T.length(v) < $LL", plan.json("length"), length.length()));
            } else if (assertion instanceof Assertion.MaxLength length) {
                out.add(failIf("v.isString() && $T.length(v) > $LL", plan.json("length"), length.length()));
            } else if (assertion instanceof Assertion.Pattern pattern) {
                pattern(pattern.regex())
                        .ifPresent(
                                regex -> out.add(failIf("v.isString() && !$L.matcher(v.stringValue()).find()", regex)));
            } else if (assertion instanceof Assertion.MinItems count) {
                out.add(failIf("v.isArray() && v.size() < $LL", count.count()));
            } else if (assertion instanceof Assertion.MaxItems count) {
                out.add(failIf("v.isArray() && v.size() > $LL", count.count()));
            } else if (assertion instanceof Assertion.UniqueItems) {
                out.add(failIf("v.isArray() && !$T.distinct(v)", plan.json("distinct")));
            } else if (assertion instanceof Assertion.MinProperties count) {
                out.add(failIf("v.isObject() && v.size() < $LL", count.count()));
            } else if (assertion instanceof Assertion.MaxProperties count) {
                out.add(failIf("v.isObject() && v.size() > $LL", count.count()));
            } else if (assertion instanceof Assertion.Reference reference) {
                all(out, List.of(reference.schema()));
            } else if (assertion instanceof Assertion.AllOf all) {
                all(out, all.schemas());
            } else if (assertion instanceof Assertion.AnyOf any) {
                any(out, any.schemas());
            } else if (assertion instanceof Assertion.OneOf one) {
                one(out, one.schemas());
            } else if (assertion instanceof Assertion.Not not) {
                out.add(failIf(call(not.schema(), "v")));
            } else if (assertion instanceof Assertion.Conditional conditional) {
                conditional(out, conditional);
            } else {
                containers(out, assertion);
            }
            return out;
        }

        private void containers(List<CodeBlock> out, Assertion assertion) {
            if (assertion instanceof Assertion.PrefixItems prefix) {
                for (int i = 0; i < prefix.schemas().size(); i++) {
                    if (!always(prefix.schemas().get(i))) {
                        out.add(failIf(
                                "v.isArray() && v.size() > $L && !$L",
                                i,
                                call(prefix.schemas().get(i), "v.get(" + i + ")")));
                    }
                }
            } else if (assertion instanceof Assertion.Items rest) {
                if (!always(rest.schema())) {
                    out.add(CodeBlock.of(
                            "if (v.isArray()) {\n$>for (int i = $L; i < v.size(); i++) {\n$>$L$<}\n$<}\n",
                            rest.from(),
                            failIf("!$L", call(rest.schema(), "v.get(i)"))));
                }
            } else if (assertion instanceof Assertion.Contains contains) {
                contains(out, contains);
            } else if (assertion instanceof Assertion.UnevaluatedItems rest) {
                unevaluatedItems(out, rest);
            } else if (assertion instanceof Assertion.Properties properties) {
                properties.schemas().forEach((name, id) -> {
                    if (!always(id)) {
                        String text = Texts.literal(name);
                        out.add(failIf("v.has($L) && !$L", text, call(id, "v.get(" + text + ")")));
                    }
                });
            } else if (assertion instanceof Assertion.PatternProperties properties) {
                properties.schemas().forEach((regex, id) -> {
                    if (!always(id)) {
                        pattern(regex)
                                .ifPresent(pattern -> out.add(eachMember(failIf(
                                        "$L.matcher(m.getKey()).find() && !$L", pattern, call(id, "m.getValue()")))));
                    }
                });
            } else if (assertion instanceof Assertion.AdditionalProperties additional) {
                if (!always(additional.schema())) {
                    out.add(eachMember(failIf(
                            CodeBlock.of("$L!$L", otherThan(additional), call(additional.schema(), "m.getValue()")))));
                }
            } else if (assertion instanceof Assertion.PropertyNames properties) {
                if (!always(properties.schema())) {
                    CodeBlock name = CodeBlock.of(
                            "$T.valueOf(m.getKey())", plan.jackson().type("databind.node", "StringNode"));
                    out.add(eachMember(failIf("!$L", holds(properties.schema(), name, CodeBlock.of("memo")))));
                }
            } else if (assertion instanceof Assertion.Required required) {
                for (String name : required.names()) {
                    out.add(failIf("v.isObject() && !v.has($L)", Texts.literal(name)));
                }
            } else if (assertion instanceof Assertion.DependentRequired dependent) {
                dependent.names().forEach((name, needed) -> {
                    for (String other : needed) {
                        out.add(failIf("v.has($L) && !v.has($L)", Texts.literal(name), Texts.literal(other)));
                    }
                });
            } else if (assertion instanceof Assertion.DependentSchemas dependent) {
                dependent.schemas().forEach((name, id) -> {
                    if (!always(id)) {
                        out.add(failIf("v.has($L) && !$L", Texts.literal(name), call(id, "v")));
                    }
                });
            } else if (assertion instanceof Assertion.UnevaluatedProperties rest) {
                unevaluatedProperties(out, rest);
            }
        }

        private CodeBlock eachMember(CodeBlock body) {
            return CodeBlock.of(
                    "for ($T<String, $T> m : v.properties()) {\n$>$L$<}\n",
                    Map.Entry.class,
                    plan.jackson().node(),
                    body);
        }

        private CodeBlock otherThan(Assertion.AdditionalProperties additional) {
            CodeBlock.Builder condition = CodeBlock.builder();
            if (!additional.names().isEmpty()) {
                List<Json> names = new ArrayList<>();
                additional.names().forEach(name -> names.add(new Json.Str(name)));
                condition.add("!$L.contains(m.getKey()) && ", constants.keys("NAMES", new Json.Arr(names)));
            }
            for (String regex : additional.patterns()) {
                condition.add(pattern(regex)
                        .map(pattern -> CodeBlock.of("!$L.matcher(m.getKey()).find() && ", pattern))
                        // Which members are others can't be decided, so none is.
                        .orElse(CodeBlock.of("false && ")));
            }
            return condition.build();
        }

        private Optional<String> pattern(String regex) {
            return plan.pattern(regex, schema.location()).map(java -> constants.pattern("PATTERN", java));
        }

        private CodeBlock types(Set<JsonType> types) {
            List<CodeBlock> conditions = new ArrayList<>();
            for (JsonType type : JsonType.values()) {
                if (types.contains(type)) {
                    switch (type) {
                        case NULL -> conditions.add(CodeBlock.of("v.isNull()"));
                        case BOOLEAN -> conditions.add(CodeBlock.of("v.isBoolean()"));
                        case INTEGER -> {
                            if (!types.contains(JsonType.NUMBER)) {
                                conditions.add(CodeBlock.of("$T.isInteger(v)", plan.json("isInteger")));
                            }
                        }
                        case NUMBER -> conditions.add(CodeBlock.of("v.isNumber()"));
                        case STRING ->
                            conditions.add(CodeBlock.of(plan.jackson().words("v.isString()")));
                        case ARRAY -> conditions.add(CodeBlock.of("v.isArray()"));
                        case OBJECT -> conditions.add(CodeBlock.of("v.isObject()"));
                    }
                }
            }
            return conditions.isEmpty() ? CodeBlock.of("false") : CodeBlock.join(conditions, " || ");
        }

        private CodeBlock values(List<Json> values) {
            if (values.size() == 1 && values.get(0) instanceof Json.Str string) {
                return failIf("!(v.isString() && v.stringValue().equals($L))", Texts.literal(string.value()));
            }
            return failIf("!$L.contains($T.key(v))", constants.keys("VALUES", new Json.Arr(values)), plan.json("key"));
        }

        private void all(List<CodeBlock> out, List<SchemaId> ids) {
            for (SchemaId id : ids) {
                if (!always(id)) {
                    out.add(failIf("!$L", call(id, "v")));
                }
            }
        }

        private String variable(String name) {
            return name + (variables++ == 0 ? "" : variables);
        }

        private void any(List<CodeBlock> out, List<SchemaId> ids) {
            if (ids.stream().anyMatch(this::always)) {
                return;
            }
            if (ids.size() <= 20) {
                out.add(failIf(
                        "!($L)",
                        CodeBlock.join(ids.stream().map(id -> call(id, "v")).toList(), " || ")));
                return;
            }
            // One long expression would overflow the compiler's stack.
            String any = variable("any");
            CodeBlock.Builder code = CodeBlock.builder().add("boolean $L = false;\n", any);
            ids.forEach(id -> code.add("$L = $L || $L;\n", any, any, call(id, "v")));
            out.add(code.add(failIf("!$L", any)).build());
        }

        private void one(List<CodeBlock> out, List<SchemaId> ids) {
            String count = variable("matches");
            CodeBlock.Builder code = CodeBlock.builder().add("int $L = 0;\n", count);
            for (SchemaId id : ids) {
                code.add("if ($L) {\n$>$L++;\n$<}\n", call(id, "v"), count);
            }
            out.add(code.add(failIf("$L != 1", count)).build());
        }

        private void conditional(List<CodeBlock> out, Assertion.Conditional conditional) {
            Optional<SchemaId> then = conditional.then().filter(id -> !always(id));
            Optional<SchemaId> otherwise = conditional.otherwise().filter(id -> !always(id));
            CodeBlock condition = call(conditional.condition(), "v");
            if (then.isPresent() && otherwise.isPresent()) {
                out.add(failIf("!($L ? $L : $L)", condition, call(then.get(), "v"), call(otherwise.get(), "v")));
            } else if (then.isPresent()) {
                out.add(failIf("$L && !$L", condition, call(then.get(), "v")));
            } else if (otherwise.isPresent()) {
                out.add(failIf("!$L && !$L", condition, call(otherwise.get(), "v")));
            }
        }

        private void contains(List<CodeBlock> out, Assertion.Contains contains) {
            if (contains.min() <= 0 && contains.max().isEmpty()) {
                return;
            }
            String count = variable("found");
            CodeBlock.Builder code = CodeBlock.builder()
                    .add(
                            "int $L = 0;\nfor ($T item : v) {\n$>",
                            count,
                            plan.jackson().node())
                    .add("if ($L) {\n$>$L++;\n$<}\n$<}\n", call(contains.schema(), "item"), count);
            CodeBlock few = CodeBlock.of("$L < $LL", count, contains.min());
            CodeBlock wrong = contains.max().isPresent()
                    ? CodeBlock.of(
                            "($L || $L > $LL)", few, count, contains.max().get())
                    : few;
            out.add(code.add(failIf("v.isArray() && $L", wrong)).build());
        }

        private void unevaluatedProperties(List<CodeBlock> out, Assertion.UnevaluatedProperties rest) {
            if (always(rest.schema())) {
                return;
            }
            String seen = variable("evaluated");
            out.add(CodeBlock.of(
                    "$T<String> $L = new $T<>();\n$T.names$L(v, memo, $L);\n$L",
                    Set.class,
                    seen,
                    HashSet.class,
                    namesOf(schema.id()),
                    schema.id().number(),
                    seen,
                    eachMember(failIf("!$L.contains(m.getKey()) && !$L", seen, call(rest.schema(), "m.getValue()")))));
        }

        private void unevaluatedItems(List<CodeBlock> out, Assertion.UnevaluatedItems rest) {
            if (always(rest.schema())) {
                return;
            }
            String seen = variable("evaluated");
            out.add(CodeBlock.of(
                    """
                    $T $L = new $T();
                    $T.items$L(v, memo, $L);
                    if (v.isArray()) {
                    $>for (int i = 0; i < v.size(); i++) {
                    $>$L$<}
                    $<}
                    """,
                    BitSet.class,
                    seen,
                    BitSet.class,
                    itemsOf(schema.id()),
                    schema.id().number(),
                    seen,
                    failIf("!$L.get(i) && !$L", seen, call(rest.schema(), "v.get(i)"))));
        }

        /** Adds the names of members that a schema evaluates. */
        void names(CodeBlock.Builder out, Assertion assertion) {
            if (assertion instanceof Assertion.Properties properties) {
                for (String name : properties.schemas().keySet()) {
                    out.add("if (v.has($L)) {\n$>into.add($L);\n$<}\n", Texts.literal(name), Texts.literal(name));
                }
            } else if (assertion instanceof Assertion.PatternProperties properties) {
                for (String regex : properties.schemas().keySet()) {
                    pattern(regex)
                            .ifPresent(pattern -> out.add(eachMember(CodeBlock.of(
                                    "if ($L.matcher(m.getKey()).find()) {\n$>into.add(m.getKey());\n$<}\n", pattern))));
                }
            } else if (assertion instanceof Assertion.AdditionalProperties additional) {
                out.add(eachMember(
                        CodeBlock.of("if ($Ltrue) {\n$>into.add(m.getKey());\n$<}\n", otherThan(additional))));
            } else if (assertion instanceof Assertion.DependentSchemas dependent) {
                dependent
                        .schemas()
                        .forEach((name, id) ->
                                out.add("if (v.has($L)) {\n$>$L$<}\n", Texts.literal(name), inPlaceNames(id)));
            } else {
                inPlace(out, assertion, this::inPlaceNames);
            }
        }

        /** Adds the positions of items that a schema evaluates. */
        void items(CodeBlock.Builder out, Assertion assertion) {
            if (assertion instanceof Assertion.PrefixItems prefix) {
                out.add(
                        "into.set(0, Math.min(v.size(), $L));\n",
                        prefix.schemas().size());
            } else if (assertion instanceof Assertion.Items) {
                out.add("into.set(0, v.size());\n");
            } else if (assertion instanceof Assertion.Contains contains) {
                out.add(
                        "for (int i = 0; i < v.size(); i++) {\n$>if ($L) {\n$>into.set(i);\n$<}\n$<}\n",
                        call(contains.schema(), "v.get(i)"));
            } else if (assertion instanceof Assertion.DependentSchemas) {
                return;
            } else {
                inPlace(out, assertion, this::inPlaceItems);
            }
        }

        private void inPlace(CodeBlock.Builder out, Assertion assertion, Function<SchemaId, CodeBlock> collect) {
            if (assertion instanceof Assertion.Reference reference) {
                out.add(collect.apply(reference.schema()));
            } else if (assertion instanceof Assertion.AllOf all) {
                all.schemas().forEach(id -> out.add(collect.apply(id)));
            } else if (assertion instanceof Assertion.AnyOf any) {
                any.schemas().forEach(id -> out.add("if ($L) {\n$>$L$<}\n", call(id, "v"), collect.apply(id)));
            } else if (assertion instanceof Assertion.OneOf one) {
                one.schemas().forEach(id -> out.add("if ($L) {\n$>$L$<}\n", call(id, "v"), collect.apply(id)));
            } else if (assertion instanceof Assertion.Conditional conditional) {
                out.add("if ($L) {\n$>$L", call(conditional.condition(), "v"), collect.apply(conditional.condition()));
                conditional.then().ifPresent(id -> out.add(collect.apply(id)));
                out.add("$<} else {\n$>");
                conditional.otherwise().ifPresent(id -> out.add(collect.apply(id)));
                out.add("$<}\n");
            }
        }

        private CodeBlock inPlaceNames(SchemaId id) {
            Schema target = schema(id);
            if (target.assertions().stream().anyMatch(Assertion.UnevaluatedProperties.class::isInstance)) {
                return eachMember(CodeBlock.of("into.add(m.getKey());\n"));
            }
            return target.assertions().isEmpty()
                    ? CodeBlock.of("")
                    : CodeBlock.of("$T.names$L(v, memo, into);\n", namesOf(id), id.number());
        }

        private CodeBlock inPlaceItems(SchemaId id) {
            Schema target = schema(id);
            if (target.assertions().stream().anyMatch(Assertion.UnevaluatedItems.class::isInstance)) {
                return CodeBlock.of("into.set(0, v.size());\n");
            }
            return target.assertions().isEmpty()
                    ? CodeBlock.of("")
                    : CodeBlock.of("$T.items$L(v, memo, into);\n", itemsOf(id), id.number());
        }
    }

    private ClassName namesOf(SchemaId id) {
        ClassName owner = names.get(id.number());
        if (owner == null) {
            owner = place(weight(schema(id)));
            names.put(id.number(), owner);
            Part part = part(owner);
            work.add(() -> {
                CodeBlock.Builder body = CodeBlock.builder();
                Body assertions = new Body(part.constants, CodeBlock.of(""), schema(id));
                schema(id).assertions().forEach(assertion -> assertions.names(body, assertion));
                part.type.addMethod(collector(
                                "names" + id.number(),
                                ParameterizedTypeName.get(ClassName.get(Set.class), ClassName.get(String.class)))
                        .addCode(body.build())
                        .build());
            });
        }
        return owner;
    }

    private ClassName itemsOf(SchemaId id) {
        ClassName owner = items.get(id.number());
        if (owner == null) {
            owner = place(weight(schema(id)));
            items.put(id.number(), owner);
            Part part = part(owner);
            work.add(() -> {
                CodeBlock.Builder body = CodeBlock.builder();
                Body assertions = new Body(part.constants, CodeBlock.of(""), schema(id));
                schema(id).assertions().forEach(assertion -> assertions.items(body, assertion));
                part.type.addMethod(collector("items" + id.number(), ClassName.get(BitSet.class))
                        .addCode(body.build())
                        .build());
            });
        }
        return owner;
    }

    private MethodSpec.Builder collector(String name, TypeName into) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(plan.jackson().node(), "v")
                .addParameter(memo(), "memo")
                .addParameter(into, "into");
    }
}
