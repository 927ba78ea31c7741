package io.neurectomy.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Type;

/** Expressions that read a value of a type from a parser. */
final class Reading {

    private final Plan plan;

    Reading(Plan plan) {
        this.plan = plan;
    }

    /**
     * Returns an expression that reads a value and checks its kind; bounds and the like are checked by whoever it is given
     * to.
     *
     * @param type what to read
     * @param p the expression of the parser
     */
    CodeBlock value(Type type, String p) {
        var alias = plan.checkedAlias(type);
        if (alias.isPresent()) {
            return CodeBlock.of("$T.read($L)", plan.companion(alias.get().name()), p);
        }
        Type shape = plan.shape(type);
        if (shape instanceof Type.Named named) {
            return CodeBlock.of("$T.read($L)", plan.companion(named.name()), p);
        } else if (shape instanceof Type.Tuple tuple) {
            CodeBlock read = CodeBlock.of("$T.read($L)", plan.tuple(tuple).companion(), p);
            return tuple.unique()
                    ? CodeBlock.of(
                            "$T.distinct($L, $T::read)",
                            plan.json("distinctList"),
                            p,
                            plan.tuple(tuple).companion())
                    : read;
        } else if (shape instanceof Type.Nullable nullable) {
            return CodeBlock.of("$T.isNull($L) ? null : $L", plan.json("isNull"), p, value(nullable.type(), p));
        } else if (shape instanceof Type.Array array) {
            return list(array, p);
        } else if (shape instanceof Type.Dictionary map) {
            return CodeBlock.of("$T.map($L, $L)", plan.json("map"), p, reader(map.value(), p));
        }
        String part = scalar(shape);
        return CodeBlock.of("$T.$L($L)", plan.json(part), part, p);
    }

    private CodeBlock list(Type.Array array, String p) {
        String part = plan.isNullable(array.item()) ? "nullableList" : "list";
        if (array.unique() && !comparesAsJson(array.item())) {
            String inner = p + "s";
            return CodeBlock.of(
                    "$T.distinct($L, $L -> $T.$L($L, $L))",
                    plan.json("distinctList"),
                    p,
                    inner,
                    plan.json(part),
                    part,
                    inner,
                    reader(array.item(), inner));
        }
        return CodeBlock.of("$T.$L($L, $L)", plan.json(part), part, p, reader(array.item(), p));
    }

    /** Returns whether two values of a type are equal in Java if and only if they are equal as JSON. */
    private boolean comparesAsJson(Type type) {
        Type shape = plan.shape(type);
        if (shape instanceof Type.Nullable nullable) {
            return comparesAsJson(nullable.type());
        }
        return shape instanceof Type.Text
                || shape instanceof Type.Bool
                || shape instanceof Type.Int
                || (shape instanceof Type.Literal literal
                        && !plan.javaType(literal).equals(plan.jackson().node()))
                || (shape instanceof Type.Named named
                        && plan.declaration(named.name()) instanceof Declaration.Enumeration);
    }

    /** Returns a reference to the method that reads a value, or a lambda. */
    CodeBlock reader(Type type, String outer) {
        Type shape = plan.shape(type);
        if (plan.checkedAlias(type).isPresent()) {
            return CodeBlock.of(
                    "$T::read", plan.companion(plan.checkedAlias(type).get().name()));
        } else if (shape instanceof Type.Named named) {
            return CodeBlock.of("$T::read", plan.companion(named.name()));
        } else if (shape instanceof Type.Tuple tuple && !tuple.unique()) {
            return CodeBlock.of("$T::read", plan.tuple(tuple).companion());
        } else if (shape instanceof Type.Nullable
                || shape instanceof Type.Array
                || shape instanceof Type.Dictionary
                || shape instanceof Type.Tuple) {
            String p = outer + "q";
            return CodeBlock.of("$L -> $L", p, value(type, p));
        }
        String part = scalar(shape);
        return CodeBlock.of("$T::$L", plan.json(part), part);
    }

    private String scalar(Type shape) {
        if (shape instanceof Type.Bool) {
            return "bool";
        } else if (shape instanceof Type.Int || shape instanceof Type.Literal) {
            TypeName java = plan.javaType(shape);
            if (java.equals(TypeName.INT)) {
                return "int32";
            } else if (java.equals(TypeName.LONG)) {
                return "int64";
            } else if (java.equals(TypeName.BOOLEAN)) {
                return "bool";
            } else if (shape instanceof Type.Int) {
                return "integer";
            }
            return java.equals(plan.jackson().node()) ? "tree" : "string";
        } else if (shape instanceof Type.Num) {
            return "number";
        } else if (shape instanceof Type.Text) {
            return "string";
        }
        return shape instanceof Type.Never ? "never" : shape instanceof Type.Null ? nothing() : "tree";
    }

    private String nothing() {
        plan.json("nothing");
        return "nothing";
    }

    /** Returns a statement that reads a value which can only be one. */
    CodeBlock constant(Json value, String p, Constants constants) {
        if (value instanceof Json.Str string) {
            return CodeBlock.of("$T.constant($L, $L);\n", plan.json("constant"), p, Texts.literal(string.value()));
        }
        return CodeBlock.of(
                "$T.constant($L, $L);\n",
                plan.json("constantKey"),
                p,
                constants.keys("CONSTANT", new Json.Arr(java.util.List.of(value))));
    }
}
