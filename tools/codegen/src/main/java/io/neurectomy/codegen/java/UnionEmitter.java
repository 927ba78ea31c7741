package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes a union: a sealed interface, which variants that are objects implement and others are wrapped for. */
final class UnionEmitter {

    private final Plan plan;
    private final Predicates predicates;
    private final ObjectEmitter objects;
    private final Reading reading;
    private final Writing writing;
    private final Map<String, Map<String, ClassName>> wrappers = new LinkedHashMap<>();

    UnionEmitter(Plan plan, Predicates predicates, ObjectEmitter objects) {
        this.plan = plan;
        this.predicates = predicates;
        this.objects = objects;
        this.reading = new Reading(plan);
        this.writing = new Writing(plan);
    }

    /** Returns the accessors that every variant has. */
    Map<String, TypeName> common(Declaration.Union union) {
        Map<String, TypeName> common = new LinkedHashMap<>();
        boolean first = true;
        for (Declaration.Variant variant : union.variants()) {
            if (!plan.isDirect(union, variant)
                    || !(variant.type() instanceof Type.Named named)
                    || !(plan.declaration(named.name()) instanceof Declaration.Obj object)) {
                return Map.of();
            }
            Map<String, TypeName> accessors = objects.accessors(object);
            if (first) {
                common.putAll(accessors);
                first = false;
            } else {
                common.entrySet().removeIf(accessor -> !accessor.getValue().equals(accessors.get(accessor.getKey())));
            }
        }
        return common;
    }

    private ClassName wrapper(Declaration.Union union, Declaration.Variant variant) {
        Map<String, ClassName> wrapped = wrappers.computeIfAbsent(union.name(), key -> {
            Map<String, ClassName> names = new LinkedHashMap<>();
            for (Declaration.Variant each : union.variants()) {
                if (!plan.isDirect(union, each)) {
                    names.put(each.name(), plan.type(union.name()).nestedClass(plan.nested(each.name(), union.name())));
                }
            }
            return names;
        });
        // Asked only of a variant that is not direct, and each of these has one.
        return Objects.requireNonNull(wrapped.get(variant.name()), variant.name());
    }

    /** Writes the interface and the wrappers inside it. */
    TypeSpec type(Declaration.Union union, Companion companion, List<ClassName> unions) {
        ClassName name = plan.type(union.name());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc("$L\n", Texts.javadocParagraphs(union.annotations(), "One of several types."))
                .addAnnotation(Plan.NULL_MARKED)
                .addAnnotations(companion.annotations("", true))
                .addSuperinterfaces(unions);
        Set<ClassName> permitted = new LinkedHashSet<>();
        for (Declaration.Variant variant : union.variants()) {
            if (plan.isDirect(union, variant) && variant.type() instanceof Type.Named named) {
                permitted.add(plan.type(named.name()));
            } else {
                ClassName wrapper = wrapper(union, variant);
                permitted.add(wrapper);
                List<Component> components = value(variant.type(), "the value");
                type.addType(new RecordWriter(plan)
                        .write(wrapper, said(variant), components, CodeBlock.of(""), union.location())
                        .addModifiers(Modifier.STATIC)
                        .addSuperinterface(name)
                        .addAnnotations(companion.annotations(wrapper.simpleName(), true))
                        .build());
            }
        }
        permitted.forEach(type::addPermittedSubclass);
        common(union)
                .forEach((accessor, java) -> type.addMethod(MethodSpec.methodBuilder(accessor)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(java)
                        .addJavadoc("Returns what every variant has.\n\n@return {@code $L}\n", accessor)
                        .build()));
        return type.build();
    }

    private static String said(Declaration.Variant variant) {
        return "The variant " + variant.name() + ".";
    }

    /** Returns the only component of a record around a value. */
    List<Component> value(Type type, String javadoc) {
        TypeName java = plan.javaType(type);
        boolean nullable = plan.isNullable(type);
        return List.of(new Component(
                "value",
                "",
                "",
                type,
                nullable ? Component.Mode.NULLABLE : Component.Mode.VALUE,
                nullable ? Plan.nullable(java) : java,
                nullable ? javadoc + ", or {@code null}" : javadoc,
                Optional.empty()));
    }

    /** Writes what reads and writes the union and its wrappers. */
    void companion(Declaration.Union union, Companion companion) {
        ClassName name = plan.type(union.name());
        Map<Kind, List<Declaration.Variant>> byKind = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<Declaration.Variant> candidates = union.variants().stream()
                    .filter(variant -> variant.kinds().contains(kind))
                    .toList();
            if (!candidates.isEmpty()) {
                byKind.put(kind, candidates);
            }
        }
        Map<List<Declaration.Variant>, String> tried = new LinkedHashMap<>();
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (p.currentToken()) {\n$>");
        byKind.forEach((kind, candidates) ->
                code.add("case $L -> $L;\n", tokens(kind), read(union, companion, candidates, kind, tried)));
        String expected = byKind.keySet().stream().map(UnionEmitter::words).collect(Collectors.joining(" or "));
        code.add("default -> throw $T.expected($S, p);\n$<};\n", plan.json("expected"), expected);
        companion.addRead(
                "read", name, code.build(), plan.model().graph().schema(union.schema()), union.residual(), false);
        companion.add(companion.writing("write", name).addCode(write(union)).build());
        companion.addJackson("", name, "read", Optional.of("write"));
        for (Declaration.Variant variant : union.variants()) {
            if (!plan.isDirect(union, variant)) {
                ClassName wrapper = wrapper(union, variant);
                String method = wrapper.simpleName();
                companion.add(companion
                        .reading("read" + method, wrapper)
                        .addCode("return new $T($L);\n", wrapper, reading.value(variant.type(), "p"))
                        .build());
                companion.add(companion
                        .writing("write" + method, wrapper)
                        .addCode(writing.value(variant.type(), "value.value()", 0))
                        .build());
                companion.addJackson(method, wrapper, "read" + method, Optional.of("write" + method));
            }
        }
    }

    private static String tokens(Kind kind) {
        return switch (kind) {
            case NULL -> "VALUE_NULL";
            case BOOLEAN -> "VALUE_TRUE, VALUE_FALSE";
            case NUMBER -> "VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT";
            case STRING -> "VALUE_STRING";
            case ARRAY -> "START_ARRAY";
            case OBJECT -> "START_OBJECT";
        };
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case NULL -> "null";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case STRING -> "a string";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
        };
    }

    private CodeBlock read(
            Declaration.Union union,
            Companion companion,
            List<Declaration.Variant> candidates,
            Kind kind,
            Map<List<Declaration.Variant>, String> tried) {
        Declaration.Variant first = candidates.get(0);
        if (!first.trial()
                && (first.tags().isEmpty() || kind != Kind.OBJECT || union.tag().isEmpty())) {
            return variant(union, companion, first, "p");
        }
        String method = tried.get(candidates);
        if (method == null) {
            method = "attempt" + (tried.isEmpty() ? "" : tried.size() + 1);
            tried.put(candidates, method);
            boolean tagged = union.tag().isPresent() && kind == Kind.OBJECT;
            Set<String> tags = new HashSet<>();
            boolean simple = tagged
                    && candidates.stream()
                            .allMatch(variant -> !variant.trial()
                                    && !variant.tags().isEmpty()
                                    && variant.tags().stream().allMatch(tags::add));
            if (simple) {
                method = "byTag";
                tried.put(candidates, method);
                byTag(union, companion, candidates);
                if (streams(union, candidates)) {
                    streaming(union, companion, candidates);
                    return CodeBlock.of("object(p)");
                }
            } else {
                attempts(union, companion, candidates, method, tagged);
            }
        }
        return CodeBlock.of("$T.viaTree(p, $T::$L)", plan.json("viaTree"), companion.name(), method);
    }

    private CodeBlock variant(Declaration.Union union, Companion companion, Declaration.Variant variant, String p) {
        if (plan.isDirect(union, variant) && variant.type() instanceof Type.Named named) {
            return CodeBlock.of("$T.read($L)", plan.companion(named.name()), p);
        }
        return CodeBlock.of(
                "$T.read$L($L)", companion.name(), wrapper(union, variant).simpleName(), p);
    }

    private void byTag(Declaration.Union union, Companion companion, List<Declaration.Variant> candidates) {
        String tag = Texts.literal(union.tag().orElseThrow());
        CodeBlock.Builder code = CodeBlock.builder()
                .add("String tag = $T.tag($T.node(p), $L);\n", plan.json("tag"), plan.jsonClass(), tag)
                .add(
                        "if (tag == null) {\n$>throw new IllegalArgumentException($L);\n$<}\n",
                        Texts.literal(": the member '" + union.tag().orElseThrow() + "' is missing or no string"))
                .add("return switch (tag) {\n$>");
        for (Declaration.Variant variant : candidates) {
            code.add("case $L -> $L;\n", labels(variant), variant(union, companion, variant, "p"));
        }
        code.add("default -> throw $T.unknownTag($L, tag);\n$<};\n", plan.json("unknownTag"), pointer(union));
        companion.add(companion
                .reading("byTag", plan.type(union.name()))
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Reads an object from a tree, where the tag can stand anywhere.\n")
                .addCode(code.build())
                .build());
    }

    private static String pointer(Declaration.Union union) {
        return Texts.literal(Texts.step(union.tag().orElseThrow()));
    }

    private static String labels(Declaration.Variant variant) {
        return variant.tags().stream().map(Texts::literal).collect(Collectors.joining(", "));
    }

    /** Returns whether a tag that comes first can be followed by the members of the variant, without a tree. */
    private boolean streams(Declaration.Union union, List<Declaration.Variant> candidates) {
        return candidates.stream()
                .allMatch(variant -> plan.isDirect(union, variant)
                        && variant.type() instanceof Type.Named named
                        && plan.declaration(named.name()) instanceof Declaration.Obj object
                        && objects.continues(object)
                        && tagOf(union, object).isPresent());
    }

    private Optional<Component> tagOf(Declaration.Union union, Declaration.Obj object) {
        return objects.components(object).stream()
                .filter(component -> component.mode() == Component.Mode.CONSTANT
                        && component.jsonName().equals(union.tag().orElseThrow())
                        && component.constant().orElseThrow() instanceof Json.Str)
                .findFirst();
    }

    private void streaming(Declaration.Union union, Companion companion, List<Declaration.Variant> candidates) {
        ClassName name = plan.type(union.name());
        Jackson jackson = plan.jackson();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "if (p instanceof $T) {\n$>return byTag(p);\n$<}\n",
                        plan.json("viaTree").nestedClass("NodeParser"))
                .add("String first = $L;\n", jackson.words("p.nextName()"))
                .add("if (!$L.equals(first)) {\n$>", Texts.literal(union.tag().orElseThrow()))
                .add(
                        "return $T.fromTree($T.members(p, first), $T::byTag);\n$<}\n",
                        plan.jsonClass(),
                        plan.jsonClass(),
                        companion.name())
                .add("p.nextToken();\nString tag = $T.string(p);\n", plan.json("string"))
                .add("return switch (tag) {\n$>");
        for (Declaration.Variant variant : candidates) {
            if (variant.type() instanceof Type.Named named
                    && plan.declaration(named.name()) instanceof Declaration.Obj object) {
                int bit = ObjectEmitter.bit(
                        objects.components(object), tagOf(union, object).orElseThrow());
                code.add(
                        "case $L -> $T.members(p, $L, $LL);\n",
                        labels(variant),
                        plan.companion(named.name()),
                        jackson.words("p.nextName()"),
                        1L << bit);
            }
        }
        code.add("default -> throw $T.unknownTag(\"\", tag);\n$<};\n", plan.json("unknownTag"));
        companion.add(companion
                .reading("object", name)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Reads an object without a detour if its first member is the tag, as it mostly is.\n")
                .addCode(code.build())
                .build());
    }

    private void attempts(
            Declaration.Union union,
            Companion companion,
            List<Declaration.Variant> candidates,
            String method,
            boolean tagged) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T v = $T.node(p);\n", plan.jackson().node(), plan.json("viaTree"));
        if (tagged && candidates.stream().anyMatch(variant -> !variant.tags().isEmpty())) {
            code.add(
                    "String tag = $T.tag(v, $L);\n",
                    plan.json("tag"),
                    Texts.literal(union.tag().orElseThrow()));
        }
        boolean open = true;
        for (Declaration.Variant variant : candidates) {
            List<CodeBlock> conditions = new ArrayList<>();
            if (tagged && !variant.tags().isEmpty()) {
                List<CodeBlock> tags = variant.tags().stream()
                        .map(tag -> CodeBlock.of("$L.equals(tag)", Texts.literal(tag)))
                        .toList();
                conditions.add(tags.size() == 1 ? tags.get(0) : CodeBlock.of("($L)", CodeBlock.join(tags, " || ")));
            }
            if (variant.trial()) {
                conditions.add(predicates.holds(
                        variant.schema(), CodeBlock.of("v"), CodeBlock.of("$T.memo(p)", plan.jsonClass())));
            }
            CodeBlock read = CodeBlock.of("return $L;\n", variant(union, companion, variant, "p"));
            if (conditions.isEmpty()) {
                code.add(read);
                open = false;
                break;
            }
            code.add("if ($L) {\n$>$L$<}\n", CodeBlock.join(conditions, " && "), read);
        }
        if (open) {
            String names =
                    candidates.stream().map(Declaration.Variant::name).limit(20).collect(Collectors.joining(", "));
            code.add(
                    "throw new IllegalArgumentException($L);\n",
                    Texts.literal(": is none of " + names + (candidates.size() > 20 ? ", ..." : "")));
        }
        companion.add(companion
                .reading(method, plan.type(union.name()))
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Reads the first variant that the value is valid for.\n")
                .addCode(code.build())
                .build());
    }

    private CodeBlock write(Declaration.Union union) {
        CodeBlock.Builder code = CodeBlock.builder();
        Set<ClassName> written = new HashSet<>();
        String otherwise = "";
        int number = 0;
        for (Declaration.Variant variant : union.variants()) {
            number++;
            String name = "variant" + number;
            ClassName type;
            CodeBlock call;
            if (plan.isDirect(union, variant) && variant.type() instanceof Type.Named named) {
                type = plan.type(named.name());
                call = plan.declaration(named.name()) instanceof Declaration.Enumeration
                        ? CodeBlock.of("g.writeString($L.value());\n", name)
                        : CodeBlock.of("$T.write($L, g);\n", plan.companion(named.name()), name);
            } else {
                type = wrapper(union, variant);
                call = CodeBlock.of("write$L($L, g);\n", type.simpleName(), name);
            }
            if (written.add(type)) {
                code.add("$Lif (value instanceof $T $L) {\n$>$L$<}", otherwise, type, name, call);
                otherwise = " else ";
            }
        }
        return code.add("\n").build();
    }
}
