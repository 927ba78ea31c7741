package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values and names as TypeScript writes them. */
final class Literals {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private static final int LONGEST_PLAIN_NUMBER = 20;

    private Literals() {}

    /** Returns a string literal, in the quotes that need fewer escapes. */
    static String string(String text) {
        long doubles = text.chars().filter(c -> c == '"').count();
        long singles = text.chars().filter(c -> c == '\'').count();
        char quote = doubles > singles ? '\'' : '"';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').appendCodePoint(c);
                    } else if (isHidden(c)) {
                        out.append(c > 0xFFFF ? String.format("\\u{%x}", c) : String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    /** Whether a character would not be seen, or would move others about. */
    static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint == 0xA0;
        };
    }

    /** Returns the name of a property in a type. */
    static String property(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : string(name);
    }

    /** Returns the key of a member of an object; a plain __proto__ would set the prototype. */
    static String key(String name) {
        return name.equals("__proto__") ? "[\"__proto__\"]" : property(name);
    }

    /** Whether a JavaScript number holds the value as it is. */
    static boolean isExact(BigDecimal value) {
        double nearest = value.doubleValue();
        return !Double.isInfinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(value) == 0;
    }

    static String number(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        boolean plain = stripped.precision() - stripped.scale() <= LONGEST_PLAIN_NUMBER
                && stripped.scale() <= LONGEST_PLAIN_NUMBER;
        return plain
                ? stripped.toPlainString()
                : stripped.toString().toLowerCase(Locale.ROOT).replace("e+", "e");
    }

    /** Returns a value as an expression that is compared with what was read. */
    static Code value(Json value) {
        if (value instanceof Json.Num number) {
            return Code.text(
                    isExact(number.value())
                            ? number(number.value())
                            : "json.exact(" + string(number(number.value())) + ")");
        }
        if (value instanceof Json.Str text) {
            return Code.text(string(text.value()));
        }
        if (value instanceof Json.Arr array) {
            return Code.array(array.items().stream().map(Literals::value).toList());
        }
        if (value instanceof Json.Obj object) {
            return Code.object(object.members().entrySet().stream()
                    .map(member -> Code.pair(key(member.getKey()), value(member.getValue())))
                    .toList());
        }
        return Code.text(value.text());
    }
}
