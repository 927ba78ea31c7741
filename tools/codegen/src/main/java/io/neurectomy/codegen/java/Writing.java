package io.neurectomy.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Type;
import java.util.Map;

/** Statements that write a value of a type to a generator called {@code g}. */
final class Writing {

    private final Plan plan;

    Writing(Plan plan) {
        this.plan = plan;
    }

    /**
     * Returns statements that write a value.
     *
     * @param value an expression without effects
     * @param depth how many loops stand around it
     */
    CodeBlock value(Type type, String value, int depth) {
        Type shape = plan.shape(type);
        if (shape instanceof Type.Nullable nullable) {
            return CodeBlock.builder()
                    .add("if ($L == null) {\n$>g.writeNull();\n$<} else {\n$>", value)
                    .add(value(nullable.type(), value, depth))
                    .add("$<}\n")
                    .build();
        } else if (shape instanceof Type.Array array) {
            String item = "item" + (depth == 0 ? "" : depth);
            return CodeBlock.builder()
                    .add("g.writeStartArray();\nfor ($T $L : $L) {\n$>", plan.element(array.item()), item, value)
                    .add(value(array.item(), item, depth + 1))
                    .add("$<}\ng.writeEndArray();\n")
                    .build();
        } else if (shape instanceof Type.Dictionary map) {
            return CodeBlock.builder()
                    .add("g.writeStartObject();\n")
                    .add(members(map.value(), value, depth))
                    .add("g.writeEndObject();\n")
                    .build();
        } else if (shape instanceof Type.Tuple tuple) {
            return CodeBlock.of("$T.write($L, g);\n", plan.tuple(tuple).companion(), value);
        } else if (shape instanceof Type.Named named) {
            return plan.declaration(named.name()) instanceof Declaration.Enumeration
                    ? CodeBlock.of("g.writeString($L.value());\n", value)
                    : CodeBlock.of("$T.write($L, g);\n", plan.companion(named.name()), value);
        }
        TypeName java = plan.javaType(shape);
        if (java.equals(plan.jackson().node())) {
            return CodeBlock.of("$T.write($L, g);\n", plan.json("write"), value);
        } else if (java.equals(TypeName.BOOLEAN)) {
            return CodeBlock.of("g.writeBoolean($L);\n", value);
        }
        return CodeBlock.of("g.$L($L);\n", isText(shape) ? "writeString" : "writeNumber", value);
    }

    /** Returns statements that write the entries of a map as members. */
    CodeBlock members(Type type, String map, int depth) {
        String member = "member" + (depth == 0 ? "" : depth);
        return CodeBlock.builder()
                .add("for ($T<String, $T> $L : $L.entrySet()) {\n$>", Map.Entry.class, plan.element(type), member, map)
                .add(words("g.writeName($L.getKey());\n"), member)
                .add(value(type, member + ".getValue()", depth + 1))
                .add("$<}\n")
                .build();
    }

    /** Returns statements that write a member. */
    CodeBlock member(String name, Type type, String value) {
        Type shape = plan.shape(type);
        if (isText(shape)) {
            return CodeBlock.of(words("g.writeStringProperty($L, $L);\n"), Texts.literal(name), value);
        }
        return CodeBlock.builder()
                .add(words("g.writeName($L);\n"), Texts.literal(name))
                .add(value(type, value, 0))
                .build();
    }

    /** Returns statements that write a member which can only be one value. */
    CodeBlock constant(String name, Json value) {
        if (value instanceof Json.Str string) {
            return CodeBlock.of(
                    words("g.writeStringProperty($L, $L);\n"), Texts.literal(name), Texts.literal(string.value()));
        }
        return CodeBlock.builder()
                .add(words("g.writeName($L);\n"), Texts.literal(name))
                .add(constant(value))
                .build();
    }

    private CodeBlock constant(Json value) {
        CodeBlock.Builder out = CodeBlock.builder();
        if (value instanceof Json.Null) {
            out.add("g.writeNull();\n");
        } else if (value instanceof Json.Bool bool) {
            out.add("g.writeBoolean($L);\n", bool.value());
        } else if (value instanceof Json.Num number) {
            out.add(
                    "g.writeNumber(new $T($L));\n",
                    java.math.BigDecimal.class,
                    Texts.literal(number.value().toString()));
        } else if (value instanceof Json.Str string) {
            out.add("g.writeString($L);\n", Texts.literal(string.value()));
        } else if (value instanceof Json.Arr array) {
            out.add("g.writeStartArray();\n");
            array.items().forEach(item -> out.add(constant(item)));
            out.add("g.writeEndArray();\n");
        } else if (value instanceof Json.Obj object) {
            out.add("g.writeStartObject();\n");
            object.members().forEach((name, member) -> out.add(constant(name, member)));
            out.add("g.writeEndObject();\n");
        }
        return out.build();
    }

    private boolean isText(Type shape) {
        return plan.javaType(shape).toString().equals("java.lang.String") && !(shape instanceof Type.Nullable);
    }

    private String words(String code) {
        return plan.jackson().words(code);
    }
}
