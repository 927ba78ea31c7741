package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements of a compact constructor that check what a Java type alone does not say. */
final class Checking {

    private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int MOST_IN_A_SET = 200;

    private final Plan plan;
    private final Constants constants;
    private final Location location;
    private final Set<String> taken;

    /**
     * Creates checks for one class.
     *
     * @param location of the declaration, for findings
     * @param taken the names of the components, which no lambda may use
     */
    Checking(Plan plan, Constants constants, Location location, Set<String> taken) {
        this.plan = plan;
        this.constants = constants;
        this.location = location;
        this.taken = taken;
    }

    /**
     * Returns the statements.
     *
     * @param type of the value
     * @param value the expression of a value that is not {@code null}
     * @param at the literal of the pointer from the object to the value
     * @param wish how constants may be called
     */
    CodeBlock statements(Type type, String value, String at, String wish) {
        CodeBlock.Builder code = CodeBlock.builder();
        checks(type, value, at, wish).forEach(statement -> statement.addTo(code));
        return code.build();
    }

    /** A call, or a block that ends by itself. */
    private record Statement(CodeBlock code, boolean call) {
        void addTo(CodeBlock.Builder out) {
            out.add(call ? "$L;\n" : "$L", code);
        }
    }

    private static void call(List<Statement> out, String format, Object... args) {
        out.add(new Statement(CodeBlock.of(format, args), true));
    }

    private List<Statement> checks(Type type, String value, String at, String wish) {
        List<Statement> out = new ArrayList<>();
        Type shape = plan.shape(type);
        if (shape instanceof Type.Text text) {
            text(out, text, value, at, wish);
        } else if (shape instanceof Type.Int number) {
            integer(out, number.range(), plan.javaType(shape), value, at, wish);
            divisors(out, number.range(), asDecimal(plan.javaType(shape), value), at, wish);
        } else if (shape instanceof Type.Num number) {
            decimal(out, number.range(), value, at, wish);
            divisors(out, number.range(), CodeBlock.of("$L", value), at, wish);
        } else if (shape instanceof Type.Literal literal) {
            literal(out, literal, value, at, wish);
        } else if (shape instanceof Type.Array array) {
            size(out, array.min(), array.max(), value, at);
            if (array.unique()) {
                call(out, "$T.distinct($L, $L)", plan.check("distinct"), at, value);
            }
            each(out, "each", array.item(), value, at, wish);
        } else if (shape instanceof Type.Dictionary map) {
            if (map.min() > 0 || map.max().isPresent()) {
                call(out, "$T.count($L, $L.size(), $L)", plan.check("count"), at, value, range(map.min(), map.max()));
            }
            each(out, "eachValue", map.value(), value, at, wish);
        } else if (shape instanceof Type.Nullable nullable) {
            CodeBlock inner = statements(nullable.type(), value, at, wish);
            if (!inner.isEmpty()) {
                out.add(new Statement(CodeBlock.of("if ($L != null) {\n$>$L$<}\n", value, inner), false));
            }
        }
        return out;
    }

    private void each(List<Statement> out, String part, Type item, String value, String at, String wish) {
        String name = "item";
        while (taken.contains(name)) {
            name += "_";
        }
        taken.add(name);
        List<Statement> inner = checks(item, name, "\"\"", wish);
        taken.remove(name);
        if (inner.size() == 1 && inner.get(0).call()) {
            call(
                    out,
                    "$T.$L($L, $L, $L -> $L)",
                    plan.check(part),
                    part,
                    at,
                    value,
                    name,
                    inner.get(0).code());
        } else if (!inner.isEmpty()) {
            CodeBlock.Builder body = CodeBlock.builder();
            inner.forEach(statement -> statement.addTo(body));
            call(out, "$T.$L($L, $L, $L -> {\n$>$L$<})", plan.check(part), part, at, value, name, body.build());
        }
    }

    private void text(List<Statement> out, Type.Text text, String value, String at, String wish) {
        if (text.minLength() > 0 || text.maxLength().isPresent()) {
            call(
                    out,
                    "$T.length($L, $L, $L)",
                    plan.check("length"),
                    at,
                    value,
                    range(text.minLength(), text.maxLength()));
        }
        for (String regex : text.patterns()) {
            plan.pattern(regex, location)
                    .ifPresent(java -> call(
                            out,
                            "$T.pattern($L, $L, $L)",
                            plan.check("pattern"),
                            at,
                            value,
                            constants.pattern(wish, java)));
        }
    }

    private static String range(long min, Optional<Long> max) {
        return number(min) + ", " + max.map(Checking::number).orElse("Long.MAX_VALUE");
    }

    private static String number(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    private void size(List<Statement> out, long min, Optional<Long> max, String value, String at) {
        if (min > 0 || max.isPresent()) {
            call(out, "$T.size($L, $L, $L)", plan.check("size"), at, value, range(min, max));
        }
    }

    private void integer(List<Statement> out, Type.Range range, TypeName java, String value, String at, String wish) {
        if (java.equals(TypeName.INT) || java.equals(TypeName.LONG)) {
            BigInteger least = Plan.least(range).orElseThrow();
            BigInteger greatest = Plan.greatest(range).orElseThrow();
            BigInteger lowest = java.equals(TypeName.INT) ? BigInteger.valueOf(Integer.MIN_VALUE) : MIN_LONG;
            BigInteger highest = java.equals(TypeName.INT) ? BigInteger.valueOf(Integer.MAX_VALUE) : MAX_LONG;
            if (!least.equals(lowest)) {
                call(out, "$T.atLeast($L, $L, $L)", plan.check("atLeast"), at, value, number(least.longValue()));
            }
            if (!greatest.equals(highest)) {
                call(out, "$T.atMost($L, $L, $L)", plan.check("atMost"), at, value, number(greatest.longValue()));
            }
            return;
        }
        range.min()
                .ifPresent(min -> bound(
                        out, "atLeast", Plan.least(range).map(BigDecimal::new).orElse(min), value, at, wish));
        range.max()
                .ifPresent(max -> bound(
                        out, "atMost", Plan.greatest(range).map(BigDecimal::new).orElse(max), value, at, wish));
    }

    private void decimal(List<Statement> out, Type.Range range, String value, String at, String wish) {
        range.min().ifPresent(min -> {
            if (range.minExclusive()) {
                call(
                        out,
                        "$T.above($L, $L, $L)",
                        plan.check("above"),
                        at,
                        value,
                        constants.decimal(wish + "_MIN", min));
            } else {
                bound(out, "atLeast", min, value, at, wish);
            }
        });
        range.max().ifPresent(max -> {
            if (range.maxExclusive()) {
                call(
                        out,
                        "$T.below($L, $L, $L)",
                        plan.check("below"),
                        at,
                        value,
                        constants.decimal(wish + "_MAX", max));
            } else {
                bound(out, "atMost", max, value, at, wish);
            }
        });
    }

    private void bound(List<Statement> out, String part, BigDecimal bound, String value, String at, String wish) {
        boolean whole = bound.signum() == 0
                || (bound.stripTrailingZeros().scale() <= 0 && bound.precision() - (long) bound.scale() <= 18);
        if (whole) {
            call(out, "$T.$L($L, $L, $L)", plan.check(part), part, at, value, number(bound.longValueExact()));
        } else {
            String suffix = part.equals("atLeast") ? "_MIN" : "_MAX";
            call(
                    out,
                    "$T.$L($L, $L, $L)",
                    plan.check(part + "Decimal"),
                    part,
                    at,
                    value,
                    constants.decimal(wish + suffix, bound));
        }
    }

    private static CodeBlock asDecimal(TypeName java, String value) {
        return java.isPrimitive()
                ? CodeBlock.of("$T.valueOf($L)", BigDecimal.class, value)
                : CodeBlock.of("new $T($L)", BigDecimal.class, value);
    }

    private void divisors(List<Statement> out, Type.Range range, CodeBlock value, String at, String wish) {
        range.divisors().stream()
                .sorted()
                .forEach(divisor -> call(
                        out,
                        "$T.multiple($L, $L, $L)",
                        plan.check("multiple"),
                        at,
                        value,
                        constants.decimal(wish + "_STEP", divisor)));
    }

    private void literal(List<Statement> out, Type.Literal literal, String value, String at, String wish) {
        TypeName java = plan.javaType(literal);
        if (java.equals(TypeName.BOOLEAN) && literal.values().size() == 2) {
            return;
        }
        if (java.equals(plan.jackson().node())) {
            call(
                    out,
                    "$T.oneOf($L, $T.key($L), $L)",
                    plan.check("oneOf"),
                    at,
                    plan.json("key"),
                    value,
                    constants.keys(wish + "_VALUES", new Json.Arr(literal.values())));
            return;
        }
        boolean strings = java.equals(ClassName.get(String.class));
        if (strings && literal.values().size() > MOST_IN_A_SET) {
            call(
                    out,
                    "$T.oneOf($L, $L, $L)",
                    plan.check("oneOf"),
                    at,
                    value,
                    constants.keys(wish + "_VALUES", new Json.Arr(literal.values())));
            return;
        }
        List<CodeBlock> items = new ArrayList<>();
        for (Json item : literal.values()) {
            if (item instanceof Json.Str string) {
                items.add(CodeBlock.of("$L", Texts.literal(string.value())));
            } else if (item instanceof Json.Num number) {
                items.add(CodeBlock.of(
                        "$L",
                        java.equals(TypeName.LONG)
                                ? number.value().longValueExact() + "L"
                                : Long.toString(number.value().longValueExact())));
            } else {
                items.add(CodeBlock.of("$L", item.text()));
            }
        }
        call(out, "$T.oneOf($L, $L, $L)", plan.check("oneOf"), at, value, constants.set(wish + "_VALUES", java, items));
    }
}
