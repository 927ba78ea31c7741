package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text that {@code canonical} of the support makes of a value: the same for all values that JSON calls equal. */
final class Canonical {

    private Canonical() {}

    static String text(Json value) {
        if (value instanceof Json.Num number) {
            BigDecimal exact = number.value();
            return exact.signum() == 0 ? "e0" : exact.unscaledValue() + "e" + -exact.scale();
        } else if (value instanceof Json.Arr array) {
            return array.items().stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof Json.Obj object) {
            return object.members().entrySet().stream()
                    .map(member -> string(member.getKey()) + ":" + text(member.getValue()))
                    .sorted(Canonical::compareCodePoints)
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Json.Str string ? string(string.value()) : value.text();
    }

    /** Escapes what serde_json escapes, and no more. */
    private static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }

    /** Compares as Rust does: by UTF-8, which is the order of code points and not that of UTF-16. */
    private static int compareCodePoints(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
