package io.neurectomy.codegen.python;

import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes values as Python literals; no text can end its quotes or hide what it says. */
final class Literals {

    private static final int MOST_DIGITS = 1000;

    private Literals() {}

    /** Returns a string literal in the quotes that Black prefers. */
    static String string(String text) {
        char quote = text.indexOf('"') >= 0 && text.indexOf('\'') < 0 ? '\'' : '"';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            if (c == quote || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else {
                character(c, out);
            }
        });
        return out.append(quote).toString();
    }

    /** Returns a raw string literal where the text allows it: patterns read better so. */
    static String pattern(String text) {
        boolean plain = text.indexOf('\\') >= 0
                && !text.endsWith("\\")
                && text.indexOf('"') < 0
                && text.codePoints().allMatch(Literals::isPrintable);
        return plain ? "r\"" + text + "\"" : string(text);
    }

    /** Returns any JSON value as a Python expression. */
    static String json(Json value) {
        if (value instanceof Json.Null) {
            return "None";
        } else if (value instanceof Json.Bool bool) {
            return bool.value() ? "True" : "False";
        } else if (value instanceof Json.Num number) {
            return number(number.value());
        } else if (value instanceof Json.Str text) {
            return string(text.value());
        } else if (value instanceof Json.Arr array) {
            return array.items().stream().map(Literals::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Json.Obj) value)
                .members().entrySet().stream()
                        .map(member -> string(member.getKey()) + ": " + json(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    static String number(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            return Double.toString(value.doubleValue()).replace("E-", "e-").replace('E', 'e');
        }
        if ((long) value.precision() - value.scale() <= MOST_DIGITS) {
            return value.toBigIntegerExact().toString();
        }
        BigDecimal shortest = value.stripTrailingZeros();
        BigInteger digits = shortest.unscaledValue();
        return (digits.equals(BigInteger.ONE) ? "" : digits + " * ") + "10**" + -(long) shortest.scale();
    }

    static String set(Collection<String> texts) {
        return texts.stream().map(Literals::string).collect(Collectors.joining(", ", "{", "}"));
    }

    /** Returns the lines of a docstring with its quotes, without indentation. */
    static String docstring(String text) {
        StringBuilder out = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (c == '\n') {
                out.append('\n');
            } else if (c == '\t') {
                out.append("  ");
            } else if (c == '\\') {
                out.append("\\\\");
            } else if (c != '\r') {
                character(c, out);
            }
        });
        String body = out.toString().replace("\"\"\"", "\\\"\\\"\\\"").replaceAll("(?m)[ ]+$", "");
        if (body.endsWith("\"")) {
            body = body.substring(0, body.length() - 1) + "\\\"";
        }
        return "\"\"\"" + body + "\"\"\"";
    }

    private static void character(int c, StringBuilder out) {
        if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c < 0x100) {
            out.append(String.format("\\x%02x", c));
        } else {
            out.append(c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
        }
    }

    /** Characters that show nothing, or that change the direction of what follows, would let a text lie to its reader. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
