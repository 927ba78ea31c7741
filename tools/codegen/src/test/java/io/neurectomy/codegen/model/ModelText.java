package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a model as short text, so that a test can show what a schema becomes. */
final class ModelText {

    private ModelText() {}

    static String of(Model model) {
        StringBuilder out = new StringBuilder();
        model.declarations().values().forEach(declaration -> declaration(declaration, out));
        return out.toString();
    }

    private static void declaration(Declaration declaration, StringBuilder out) {
        out.append(declaration.name());
        if (declaration instanceof Declaration.Obj object) {
            out.append(" object")
                    .append(bounds(object.minProperties(), object.maxProperties()))
                    .append('\n');
            for (Declaration.Property property : object.properties()) {
                out.append("  ").append(property.jsonName()).append(property.required() ? ": " : "?: ");
                out.append(type(property.type())).append('\n');
            }
            if (!(object.additional() instanceof Type.Never)) {
                out.append("  ...: ").append(type(object.additional())).append('\n');
            }
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            out.append(" enum ").append(enumeration.values()).append('\n');
        } else if (declaration instanceof Declaration.Union union) {
            out.append(" union")
                    .append(union.tag().map(tag -> " by " + tag).orElse(""))
                    .append('\n');
            for (Declaration.Variant variant : union.variants()) {
                out.append("  ").append(variant.name()).append(": ").append(type(variant.type()));
                out.append(" kinds ").append(variant.kinds());
                out.append(variant.tags().isEmpty() ? "" : " tags " + variant.tags());
                out.append(variant.trial() ? " by trial" : "").append('\n');
            }
        } else if (declaration instanceof Declaration.Alias alias) {
            out.append(" = ").append(type(alias.type())).append('\n');
        }
        for (Assertion assertion : declaration.residual()) {
            out.append("  residual ")
                    .append(assertion.getClass().getSimpleName())
                    .append('\n');
        }
    }

    static String type(Type type) {
        if (type instanceof Type.Any) {
            return "any";
        } else if (type instanceof Type.Never) {
            return "never";
        } else if (type instanceof Type.Null) {
            return "null";
        } else if (type instanceof Type.Bool) {
            return "boolean";
        } else if (type instanceof Type.Int integer) {
            return "integer" + range(integer.range());
        } else if (type instanceof Type.Num number) {
            return "number" + range(number.range());
        } else if (type instanceof Type.Text text) {
            return "string"
                    + bounds(text.minLength(), text.maxLength())
                    + text.patterns().stream().map(regex -> " /" + regex + "/").collect(Collectors.joining())
                    + text.format().map(format -> " " + format).orElse("");
        } else if (type instanceof Type.Literal literal) {
            return literal.values().stream().map(Json::text).collect(Collectors.joining(" or "));
        } else if (type instanceof Type.Nullable nullable) {
            return type(nullable.type()) + " or null";
        } else if (type instanceof Type.Array array) {
            return "array" + bounds(array.min(), array.max()) + (array.unique() ? " unique" : "") + " of "
                    + type(array.item());
        } else if (type instanceof Type.Tuple tuple) {
            return "tuple" + bounds(tuple.min(), tuple.max()) + (tuple.unique() ? " unique" : "") + " of "
                    + tuple.prefix().stream().map(ModelText::type).collect(Collectors.joining(", ", "(", ")"))
                    + " then " + type(tuple.rest());
        } else if (type instanceof Type.Dictionary dictionary) {
            return "map" + bounds(dictionary.min(), dictionary.max()) + " of " + type(dictionary.value());
        }
        return ((Type.Named) type).name();
    }

    private static String bounds(long min, java.util.Optional<Long> max) {
        return min == 0 && max.isEmpty()
                ? ""
                : " " + min + ".." + max.map(String::valueOf).orElse("");
    }

    private static String range(Type.Range range) {
        List<String> parts = new ArrayList<>();
        range.min().ifPresent(min -> parts.add((range.minExclusive() ? ">" : ">=") + min));
        range.max().ifPresent(max -> parts.add((range.maxExclusive() ? "<" : "<=") + max));
        range.divisors().forEach(divisor -> parts.add("multiple of " + divisor));
        return parts.isEmpty() ? "" : " " + String.join(" ", parts);
    }
}
