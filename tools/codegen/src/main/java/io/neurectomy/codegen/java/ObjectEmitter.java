package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes an object with named members: a record, and beside it what reads and writes it. */
final class ObjectEmitter {

    /** A {@code long} has a bit for each. */
    private static final int MOST_BITS = 64;

    private final Plan plan;
    private final Reading reading;
    private final Writing writing;
    private final Map<String, List<Component>> components = new HashMap<>();

    ObjectEmitter(Plan plan) {
        this.plan = plan;
        this.reading = new Reading(plan);
        this.writing = new Writing(plan);
    }

    /** Returns the members of an object, those without a component too, and the rest at the end. */
    List<Component> components(Declaration.Obj object) {
        return components.computeIfAbsent(object.name(), key -> plan(object));
    }

    private List<Component> plan(Declaration.Obj object) {
        List<Component> planned = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Declaration.Property property : object.properties()) {
            String name = unique(Texts.component(property.jsonName()), taken);
            planned.add(component(property, name));
        }
        if (!(object.additional() instanceof Type.Never)) {
            String name = unique("additionalProperties", taken);
            Type.Dictionary rest = new Type.Dictionary(object.additional(), 0, Optional.empty());
            planned.add(new Component(
                    name,
                    "",
                    "",
                    rest,
                    Component.Mode.EXTRAS,
                    plan.javaType(rest),
                    "the members that have no component of their own, in their order",
                    Optional.empty()));
        }
        return planned;
    }

    static String unique(String wish, Set<String> taken) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + (wish.endsWith("_") || Character.isDigit(wish.charAt(wish.length() - 1)) ? "_" : "") + i;
        }
        return name;
    }

    private Component component(Declaration.Property property, String name) {
        Type type = property.type();
        Optional<Json> constant = property.required() ? plan.constant(type) : Optional.empty();
        TypeName java = plan.javaType(type);
        Component.Mode mode;
        if (constant.isPresent()) {
            mode = Component.Mode.CONSTANT;
        } else if (property.required()) {
            mode = plan.isNullable(type) ? Component.Mode.NULLABLE : Component.Mode.VALUE;
            java = plan.isNullable(type) ? Plan.nullable(java) : java;
        } else if (plan.isNullable(type)) {
            mode = Component.Mode.PRESENCE;
            java = ParameterizedTypeName.get(plan.presence(), java.box());
        } else {
            mode = Component.Mode.OPTIONAL;
            java = Plan.nullable(java);
        }
        return new Component(
                name,
                property.jsonName(),
                Texts.step(property.jsonName()),
                type,
                mode,
                java,
                javadoc(property, name, mode),
                constant);
    }

    private static String javadoc(Declaration.Property property, String name, Component.Mode mode) {
        StringBuilder text = new StringBuilder();
        var said = property.annotations();
        String description =
                said.description().or(said::title).map(Texts::javadocLine).orElse("");
        if (description.isBlank()) {
            description = "the member {@code " + name + "}";
        }
        text.append(description);
        switch (mode) {
            case OPTIONAL -> text.append(sentence(description, "{@code null} if absent"));
            case NULLABLE -> text.append(sentence(description, "can be {@code null}"));
            case PRESENCE -> text.append(sentence(description, "can be absent or {@code null}"));
            default -> {}
        }
        said.defaultValue()
                .ifPresent(value -> text.append("; by default <code>")
                        .append(Texts.shown(value))
                        .append("</code>"));
        if (said.deprecated()) {
            text.append("; deprecated");
        }
        return text.toString();
    }

    /** Returns what follows a description, which may be a sentence or words. */
    private static String sentence(String description, String more) {
        return (description.endsWith(".") ? " " : "; ") + more;
    }

    /** Returns the accessors that a record has, with their types. */
    Map<String, TypeName> accessors(Declaration.Obj object) {
        Map<String, TypeName> accessors = new LinkedHashMap<>();
        for (Component component : components(object)) {
            if (component.isComponent()) {
                accessors.put(component.name(), component.java());
            } else {
                constantType(component).ifPresent(type -> accessors.put(component.name(), type));
            }
        }
        return accessors;
    }

    private Optional<TypeName> constantType(Component component) {
        TypeName java = plan.javaType(component.type());
        return java.isPrimitive() || java.equals(ClassName.get(String.class)) ? Optional.of(java) : Optional.empty();
    }

    /** Returns the bit by which the reader knows that a member was read; required members come first. */
    static int bit(List<Component> components, Component member) {
        int required = 0;
        int before = 0;
        for (Component component : components) {
            if (component.mode() == Component.Mode.EXTRAS) {
                continue;
            }
            required += component.isRequired() ? 1 : 0;
        }
        for (Component component : components) {
            if (component.equals(member)) {
                break;
            }
            before += component.isRequired() == member.isRequired() ? 1 : 0;
        }
        return member.isRequired() ? before : required + before;
    }

    /** Returns whether a reader can go on after it has seen one member by itself. */
    boolean continues(Declaration.Obj object) {
        return object.residual().isEmpty() && components(object).size() <= MOST_BITS;
    }

    /** Writes the record. */
    TypeSpec type(Declaration.Obj object, Companion companion, List<ClassName> unions, Set<String> overridden) {
        ClassName name = plan.type(object.name());
        List<Component> all = components(object);
        List<Component> own = all.stream().filter(Component::isComponent).toList();
        String javadoc = Texts.javadocParagraphs(object.annotations(), "The object " + object.name() + ".")
                + (object.annotations().deprecated() ? "\n\n<p>Deprecated." : "");
        TypeSpec.Builder type = new RecordWriter(plan)
                .write(name, javadoc, own, more(object, all), object.location())
                .addSuperinterfaces(unions)
                .addAnnotation(Plan.NULL_MARKED)
                .addAnnotations(companion.annotations("", true));
        for (Component component : all) {
            if (!component.isComponent()) {
                constantType(component).ifPresent(java -> {
                    MethodSpec.Builder accessor = MethodSpec.methodBuilder(component.name())
                            .addModifiers(Modifier.PUBLIC)
                            .returns(java)
                            .addJavadoc("Returns $L.\n\n@return always the same\n", said(component))
                            .addStatement("return $L", literal(component));
                    if (overridden.contains(component.name())) {
                        accessor.addAnnotation(Override.class);
                    }
                    type.addMethod(accessor.build());
                });
            }
        }
        return type.build();
    }

    private static String said(Component component) {
        String javadoc = component.javadoc();
        return javadoc.endsWith(".") ? javadoc.substring(0, javadoc.length() - 1) : javadoc;
    }

    private static String literal(Component component) {
        Json value = component.constant().orElseThrow();
        if (value instanceof Json.Str string) {
            return Texts.literal(string.value());
        }
        return value instanceof Json.Num number
                        && number.value().abs().compareTo(java.math.BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? number.value().toBigInteger() + "L"
                : value instanceof Json.Num number
                        ? number.value().toBigInteger().toString()
                        : value.text();
    }

    private CodeBlock more(Declaration.Obj object, List<Component> all) {
        CodeBlock.Builder out = CodeBlock.builder();
        Component extras = extras(all);
        if (extras != null && all.size() > 1) {
            List<CodeBlock> names = new ArrayList<>();
            for (Component component : all) {
                if (component.mode() != Component.Mode.EXTRAS) {
                    names.add(CodeBlock.of("$L", Texts.literal(component.jsonName())));
                }
            }
            out.add("$T.names($L, $L);\n", plan.check("names"), extras.name(), CodeBlock.join(names, ", "));
        }
        if (object.minProperties() > 0 || object.maxProperties().isPresent()) {
            int always = 0;
            CodeBlock.Builder count = CodeBlock.builder();
            for (Component component : all) {
                switch (component.mode()) {
                    case OPTIONAL -> count.add("\n+ ($L == null ? 0 : 1)", component.name());
                    case PRESENCE -> count.add("\n+ ($L.present() ? 1 : 0)", component.name());
                    case EXTRAS -> count.add("\n+ $L.size()", component.name());
                    default -> always++;
                }
            }
            out.add(
                    "$T.count(\n$>$>\"\",\n$L$>$>$L$<$<,\n$LL,\n$L);\n$<$<",
                    plan.check("count"),
                    always,
                    count.build(),
                    object.minProperties(),
                    object.maxProperties().map(max -> max + "L").orElse("Long.MAX_VALUE"));
        }
        return out.build();
    }

    private static @org.jspecify.annotations.Nullable Component extras(List<Component> all) {
        Component last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last != null && last.mode() == Component.Mode.EXTRAS ? last : null;
    }

    /** Writes what reads and writes the record. */
    void companion(Declaration.Obj object, Companion companion) {
        ClassName name = plan.type(object.name());
        List<Component> all = components(object);
        int members = (int)
                all.stream().filter(c -> c.mode() != Component.Mode.EXTRAS).count();
        boolean bits = members <= MOST_BITS;
        CodeBlock start = CodeBlock.of(
                "$T.object(p);\nreturn members(p, $L, $L);\n",
                plan.json("object"),
                plan.jackson().words("p.nextName()"),
                bits ? CodeBlock.of("0L") : CodeBlock.of("new $T()", BitSet.class));
        companion.addRead("read", name, start, plan.model().graph().schema(object.schema()), object.residual(), false);
        companion.add(members(companion, name, all, bits));
        companion.add(companion.writing("write", name).addCode(write(all)).build());
        companion.addJackson("", name, "read", Optional.of("write"));
    }

    private MethodSpec members(Companion companion, ClassName name, List<Component> all, boolean bits) {
        Set<String> taken = new HashSet<>();
        all.forEach(component -> taken.add(component.name()));
        String p = unique("p", taken);
        String first = unique("first", taken);
        String seen = unique("seen", taken);
        String member = unique("member", taken);
        CodeBlock.Builder code = CodeBlock.builder();
        List<CodeBlock> arguments = new ArrayList<>();
        List<Component> required = new ArrayList<>();
        for (Component component : all) {
            if (component.isRequired()) {
                required.add(component);
            }
            if (component.isComponent()) {
                code.add("$T $L = $L;\n", local(component), component.name(), initial(component));
                arguments.add(CodeBlock.of("$L", component.name()));
            }
        }
        String next = plan.jackson().words(p + ".nextName()");
        code.add("for (String $L = $L; $L != null; $L = $L) {\n$>", member, first, member, member, next);
        code.add("$L.nextToken();\nswitch ($L) {\n$>", p, member);
        Component extras = extras(all);
        for (Component component : all) {
            if (component.mode() != Component.Mode.EXTRAS) {
                code.add("case $L -> {\n$>", Texts.literal(component.jsonName()));
                if (bits) {
                    code.add("$L = $T.once($L, $L);\n", seen, plan.json("once"), seen, mask(1L << bit(all, component)));
                } else {
                    code.add("$T.once($L, $L);\n", plan.json("onceInSet"), seen, bit(all, component));
                }
                code.add(read(component, p, companion)).add("$<}\n");
            }
        }
        if (extras == null) {
            code.add("default -> throw $T.unknown();\n", plan.json("unknown"));
        } else {
            Type value = ((Type.Dictionary) extras.type()).value();
            code.add(
                    "default -> $L = $T.add($L, $L, $L);\n",
                    extras.name(),
                    plan.json("add"),
                    extras.name(),
                    member,
                    reading.value(value, p));
        }
        code.add("$<}\n$<}\n");
        missing(code, required, seen, bits);
        if (RecordWriter.isWide(all.stream().filter(Component::isComponent).toList())) {
            String result = unique("result", taken);
            code.add("$T $L = $T.builder();\n", name.nestedClass("Builder"), result, name);
            arguments.forEach(argument -> code.add("$L.$L = $L;\n", result, argument, argument));
            code.add("return $L.build();\n", result);
        } else {
            code.add("return new $T(\n$>$>$L);\n$<$<", name, CodeBlock.join(arguments, ",\n"));
        }
        MethodSpec.Builder method = plan.jackson()
                .throwing(MethodSpec.methodBuilder("members"))
                .addModifiers(Modifier.STATIC)
                .addJavadoc("Reads the members from the name {@code $L} on.\n", first)
                .returns(name)
                .addParameter(plan.jackson().parser(), p)
                .addParameter(ClassName.get(String.class), first)
                .addParameter(bits ? TypeName.LONG : ClassName.get(BitSet.class), bits ? unique("read", taken) : seen);
        CodeBlock.Builder body = CodeBlock.builder();
        if (bits) {
            body.add("long $L = $L;\n", seen, method.build().parameters().get(2).name());
        }
        return method.addCode(body.add(code.build()).build()).build();
    }

    private static String mask(long bits) {
        return bits >= 0 && bits <= 512 ? bits + "L" : "0x" + Long.toHexString(bits) + "L";
    }

    private void missing(CodeBlock.Builder code, List<Component> required, String seen, boolean bits) {
        if (required.isEmpty()) {
            return;
        }
        List<CodeBlock> names = new ArrayList<>();
        required.forEach(component -> names.add(CodeBlock.of("$L", Texts.literal(component.jsonName()))));
        CodeBlock list = CodeBlock.join(names, ", ");
        if (bits) {
            String all = mask(required.size() == Long.SIZE ? -1L : (1L << required.size()) - 1);
            code.add(
                    "if (($L & $L) != $L) {\n$>throw $T.missing($L, $L);\n$<}\n",
                    seen,
                    all,
                    all,
                    plan.json("missing"),
                    seen,
                    list);
        } else {
            code.add(
                    "if ($L.nextClearBit(0) < $L) {\n$>throw $T.missing($L, $L);\n$<}\n",
                    seen,
                    required.size(),
                    plan.json("missingInSet"),
                    seen,
                    list);
        }
    }

    private CodeBlock read(Component component, String p, Companion companion) {
        return switch (component.mode()) {
            case CONSTANT -> reading.constant(component.constant().orElseThrow(), p, companion.constants());
            case PRESENCE ->
                CodeBlock.of(
                        "$L = $T.of($L);\n", component.name(), plan.presence(), reading.value(component.type(), p));
            default -> CodeBlock.of("$L = $L;\n", component.name(), reading.value(component.type(), p));
        };
    }

    private static TypeName local(Component component) {
        return component.java().isPrimitive()
                ? component.java()
                : component.java().withoutAnnotations();
    }

    private CodeBlock initial(Component component) {
        if (component.mode() == Component.Mode.PRESENCE) {
            return CodeBlock.of("$T.absent()", plan.presence());
        } else if (component.mode() == Component.Mode.EXTRAS) {
            return CodeBlock.of("$T.of()", Map.class);
        } else if (component.java().equals(TypeName.BOOLEAN)) {
            return CodeBlock.of("false");
        }
        return CodeBlock.of(component.java().isPrimitive() ? "0" : "null");
    }

    private CodeBlock write(List<Component> all) {
        CodeBlock.Builder code = CodeBlock.builder().add("g.writeStartObject();\n");
        for (Component component : all) {
            String value = "value." + component.name() + "()";
            switch (component.mode()) {
                case CONSTANT ->
                    code.add(writing.constant(
                            component.jsonName(), component.constant().orElseThrow()));
                case VALUE, NULLABLE -> code.add(writing.member(component.jsonName(), component.type(), value));
                case OPTIONAL ->
                    code.add("if ($L != null) {\n$>", value)
                            .add(writing.member(component.jsonName(), component.type(), value))
                            .add("$<}\n");
                case PRESENCE ->
                    code.add("if ($L.present()) {\n$>", value)
                            .add(writing.member(component.jsonName(), component.type(), value + ".value()"))
                            .add("$<}\n");
                case EXTRAS -> code.add(writing.members(((Type.Dictionary) component.type()).value(), value, 0));
            }
        }
        return code.add("g.writeEndObject();\n").build();
    }
}
