package io.neurectomy.codegen.markdown;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Assertion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constraint as a schema would write it.
 *
 * @param keyword the keyword of JSON Schema
 * @param value its value, of one with schemas by name the names; empty for one whose value is a schema
 */
public record Constraint(String keyword, Optional<Json> value) {

    /**
     * Returns what a type states of a value beyond its kind; what it states of parts of the value is left out.
     *
     * @param type the type
     * @return the constraints in a fixed order
     */
    public static List<Constraint> of(Type type) {
        List<Constraint> all = new ArrayList<>();
        if (type instanceof Type.Int integer) {
            range(integer.range(), all);
        } else if (type instanceof Type.Num number) {
            range(number.range(), all);
        } else if (type instanceof Type.Text text) {
            bounds("minLength", text.minLength(), "maxLength", text.maxLength(), all);
            text.patterns().forEach(pattern -> all.add(of("pattern", new Json.Str(pattern))));
            text.format().ifPresent(format -> all.add(of("format", new Json.Str(format))));
        } else if (type instanceof Type.Array array) {
            bounds("minItems", array.min(), "maxItems", array.max(), all);
            unique(array.unique(), all);
        } else if (type instanceof Type.Tuple tuple) {
            bounds("minItems", tuple.min(), "maxItems", tuple.max(), all);
            unique(tuple.unique(), all);
        } else if (type instanceof Type.Dictionary dictionary) {
            bounds("minProperties", dictionary.min(), "maxProperties", dictionary.max(), all);
        } else if (type instanceof Type.Nullable nullable) {
            return of(nullable.type());
        }
        return all;
    }

    /**
     * Returns what a declaration states of the whole value: how many members, and what its shape does not decide.
     *
     * @param declaration the declaration
     * @return the constraints in a fixed order, each once
     */
    public static List<Constraint> of(Declaration declaration) {
        List<Constraint> all = new ArrayList<>();
        if (declaration instanceof Declaration.Obj object) {
            bounds("minProperties", object.minProperties(), "maxProperties", object.maxProperties(), all);
        }
        declaration.residual().forEach(assertion -> all.add(of(assertion)));
        return all.stream().distinct().toList();
    }

    private static Constraint of(Assertion assertion) {
        if (assertion instanceof Assertion.Minimum bound) {
            return of(bound.exclusive() ? "exclusiveMinimum" : "minimum", new Json.Num(bound.bound()));
        } else if (assertion instanceof Assertion.Maximum bound) {
            return of(bound.exclusive() ? "exclusiveMaximum" : "maximum", new Json.Num(bound.bound()));
        } else if (assertion instanceof Assertion.MultipleOf multiple) {
            return of("multipleOf", new Json.Num(multiple.divisor()));
        } else if (assertion instanceof Assertion.MinLength bound) {
            return of("minLength", number(bound.length()));
        } else if (assertion instanceof Assertion.MaxLength bound) {
            return of("maxLength", number(bound.length()));
        } else if (assertion instanceof Assertion.MinItems bound) {
            return of("minItems", number(bound.count()));
        } else if (assertion instanceof Assertion.MaxItems bound) {
            return of("maxItems", number(bound.count()));
        } else if (assertion instanceof Assertion.MinProperties bound) {
            return of("minProperties", number(bound.count()));
        } else if (assertion instanceof Assertion.MaxProperties bound) {
            return of("maxProperties", number(bound.count()));
        } else if (assertion instanceof Assertion.Pattern pattern) {
            return of("pattern", new Json.Str(pattern.regex()));
        } else if (assertion instanceof Assertion.Values values) {
            return of("enum", new Json.Arr(values.values()));
        } else if (assertion instanceof Assertion.Required required) {
            return of("required", strings(required.names()));
        } else if (assertion instanceof Assertion.UniqueItems) {
            return of("uniqueItems", new Json.Bool(true));
        } else if (assertion instanceof Assertion.Types types) {
            return of(
                    "type",
                    strings(types.types().stream()
                            .map(type -> type.name().toLowerCase(java.util.Locale.ROOT))
                            .toList()));
        }
        if (assertion instanceof Assertion.Properties properties) {
            return of("properties", strings(properties.schemas().keySet()));
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            return of("patternProperties", strings(properties.schemas().keySet()));
        }
        return new Constraint(keyword(assertion), Optional.empty());
    }

    /** Returns the keyword of an assertion that names schemas. */
    private static String keyword(Assertion assertion) {
        if (assertion instanceof Assertion.Reference) {
            return "$ref";
        } else if (assertion instanceof Assertion.Conditional) {
            return "if";
        } else if (assertion instanceof Assertion.Never) {
            return "false";
        }
        String name = assertion.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Constraint of(String keyword, Json value) {
        return new Constraint(keyword, Optional.of(value));
    }

    private static Json strings(Iterable<String> texts) {
        List<Json> items = new ArrayList<>();
        texts.forEach(text -> items.add(new Json.Str(text)));
        return new Json.Arr(items);
    }

    private static Json number(long number) {
        return new Json.Num(BigDecimal.valueOf(number));
    }

    private static void bounds(String min, long least, String max, Optional<Long> most, List<Constraint> all) {
        if (least > 0) {
            all.add(of(min, number(least)));
        }
        most.ifPresent(count -> all.add(of(max, number(count))));
    }

    private static void unique(boolean unique, List<Constraint> all) {
        if (unique) {
            all.add(of("uniqueItems", new Json.Bool(true)));
        }
    }

    private static void range(Type.Range range, List<Constraint> all) {
        range.min()
                .ifPresent(bound ->
                        all.add(of(range.minExclusive() ? "exclusiveMinimum" : "minimum", new Json.Num(bound))));
        range.max()
                .ifPresent(bound ->
                        all.add(of(range.maxExclusive() ? "exclusiveMaximum" : "maximum", new Json.Num(bound))));
        range.divisors().stream().sorted().forEach(divisor -> all.add(of("multipleOf", new Json.Num(divisor))));
    }
}
