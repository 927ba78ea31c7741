package io.neurectomy.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an array with a type for each position as a record. */
final class TupleEmitter {

    private final Plan plan;
    private final Reading reading;
    private final Writing writing;

    TupleEmitter(Plan plan) {
        this.plan = plan;
        this.reading = new Reading(plan);
        this.writing = new Writing(plan);
    }

    private List<Component> components(Type.Tuple tuple) {
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < tuple.prefix().size(); i++) {
            Type type = tuple.prefix().get(i);
            boolean nullable = plan.isNullable(type);
            TypeName java = plan.javaType(type);
            Component.Mode mode = i < tuple.min()
                    ? nullable ? Component.Mode.NULLABLE : Component.Mode.VALUE
                    : nullable ? Component.Mode.PRESENCE : Component.Mode.OPTIONAL;
            TypeName component = switch (mode) {
                case NULLABLE, OPTIONAL -> Plan.nullable(java);
                case PRESENCE -> ParameterizedTypeName.get(plan.presence(), java.box());
                default -> java;
            };
            components.add(new Component(
                    "item" + (i + 1),
                    Integer.toString(i),
                    "/" + i,
                    type,
                    mode,
                    component,
                    "item " + (i + 1) + (mode == Component.Mode.OPTIONAL ? ", {@code null} if absent" : ""),
                    Optional.empty()));
        }
        if (!(tuple.rest() instanceof Type.Never)) {
            Type.Array rest = new Type.Array(tuple.rest(), 0, Optional.empty(), false);
            components.add(new Component(
                    "rest",
                    "",
                    "",
                    rest,
                    Component.Mode.VALUE,
                    plan.javaType(rest),
                    "the items behind those",
                    Optional.empty()));
        }
        return components;
    }

    TypeSpec type(Plan.Tuple tuple, Companion companion) {
        return new RecordWriter(plan)
                .write(
                        tuple.name(),
                        "An array of a fixed form.",
                        components(tuple.type()),
                        more(tuple.type()),
                        tuple.location())
                .addAnnotation(Plan.NULL_MARKED)
                .addAnnotations(companion.annotations("", true))
                .build();
    }

    private CodeBlock more(Type.Tuple tuple) {
        CodeBlock.Builder out = CodeBlock.builder();
        List<Component> components = components(tuple);
        Component before = null;
        for (Component component : components) {
            boolean rest = component.name().equals("rest");
            if (before != null && !before.isRequired()) {
                out.add(
                        "if ($L && $L) {\n$>throw new IllegalArgumentException($S);\n$<}\n",
                        absent(before),
                        rest ? "!rest.isEmpty()" : "!(" + absent(component) + ")",
                        before.at() + ": is missing before another item");
            }
            before = component;
        }
        boolean rest = !(tuple.rest() instanceof Type.Never);
        long least = Math.max(0, tuple.min() - tuple.prefix().size());
        if (rest && (least > 0 || tuple.max().isPresent())) {
            out.add(
                    "$T.size(\"\", rest, $LL, $L);\n",
                    plan.check("size"),
                    least,
                    tuple.max()
                            .map(max -> Math.max(0, max - tuple.prefix().size()) + "L")
                            .orElse("Long.MAX_VALUE"));
        }
        return out.build();
    }

    private static String absent(Component component) {
        return component.mode() == Component.Mode.PRESENCE
                ? "!" + component.name() + ".present()"
                : component.name() + " == null";
    }

    void companion(Plan.Tuple planned, Companion companion) {
        Type.Tuple tuple = planned.type();
        List<Component> components = components(tuple);
        CodeBlock.Builder code = CodeBlock.builder().add("$T.array(p);\n", plan.json("array"));
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : components) {
            arguments.add(CodeBlock.of("$L", component.name()));
            code.add("$T $L = $L;\n", local(component), component.name(), initial(component));
        }
        int positions = tuple.prefix().size();
        code.add(
                "int count = 0;\nwhile (p.nextToken() != $T.END_ARRAY) {\n$>",
                plan.jackson().token());
        code.add("switch (count) {\n$>");
        for (int i = 0; i < positions; i++) {
            Component component = components.get(i);
            CodeBlock value = reading.value(component.type(), "p");
            code.add("case $L -> $L = ", i, component.name());
            code.add(
                    component.mode() == Component.Mode.PRESENCE
                            ? CodeBlock.of("$T.of($L);\n", plan.presence(), value)
                            : CodeBlock.of("$L;\n", value));
        }
        if (tuple.rest() instanceof Type.Never) {
            code.add(
                    "default -> throw new IllegalArgumentException($S);\n",
                    ": no more than " + positions + " items are allowed");
        } else {
            code.add("default -> rest.add($L);\n", reading.value(tuple.rest(), "p"));
        }
        code.add("$<}\ncount++;\n$<}\n");
        long max = tuple.max().orElse(Long.MAX_VALUE);
        if (tuple.min() > 0 || max < Long.MAX_VALUE) {
            code.add("if (count < $LL || count > $LL) {\n$>throw new IllegalArgumentException(", tuple.min(), max);
            code.add(
                    "\": has \" + count + \" items, must have $L\");\n$<}\n",
                    max == Long.MAX_VALUE ? "at least " + tuple.min() : tuple.min() + " to " + max);
        }
        code.add("return new $T($L);\n", planned.name(), CodeBlock.join(arguments, ", "));
        companion.add(
                companion.reading("read", planned.name()).addCode(code.build()).build());
        companion.add(companion
                .writing("write", planned.name())
                .addCode(write(components))
                .build());
        companion.addJackson("", planned.name(), "read", Optional.of("write"));
    }

    private TypeName local(Component component) {
        return component.java().isPrimitive()
                ? component.java()
                : component.java().withoutAnnotations();
    }

    private CodeBlock initial(Component component) {
        if (component.name().equals("rest")) {
            return CodeBlock.of("new $T<>()", ArrayList.class);
        } else if (component.mode() == Component.Mode.PRESENCE) {
            return CodeBlock.of("$T.absent()", plan.presence());
        } else if (component.java().equals(TypeName.BOOLEAN)) {
            return CodeBlock.of("false");
        }
        return CodeBlock.of(component.java().isPrimitive() ? "0" : "null");
    }

    private CodeBlock write(List<Component> components) {
        CodeBlock.Builder code = CodeBlock.builder().add("g.writeStartArray();\n");
        for (Component component : components) {
            String value = "value." + component.name() + "()";
            if (component.name().equals("rest")) {
                Type item = ((Type.Array) component.type()).item();
                code.add(
                        "for ($T item : value.rest()) {\n$>$L$<}\n",
                        plan.element(item),
                        writing.value(item, "item", 1));
            } else if (component.mode() == Component.Mode.PRESENCE) {
                code.add(
                        "if ($L.present()) {\n$>$L$<}\n",
                        value,
                        writing.value(component.type(), value + ".value()", 0));
            } else if (component.mode() == Component.Mode.OPTIONAL) {
                code.add("if ($L != null) {\n$>$L$<}\n", value, writing.value(component.type(), value, 0));
            } else {
                code.add(writing.value(component.type(), value, 0));
            }
        }
        return code.add("g.writeEndArray();\n").build();
    }
}
