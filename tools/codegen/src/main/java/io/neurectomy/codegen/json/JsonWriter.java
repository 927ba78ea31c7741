package io.neurectomy.codegen.json;

import java.math.BigDecimal;

/** Writes a {@link Json} as text. */
final class JsonWriter {

    private static final int LONGEST_PLAIN_NUMBER = 20;

    private JsonWriter() {}

    static String text(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out) {
        if (value instanceof Json.Null) {
            out.append("null");
        } else if (value instanceof Json.Bool bool) {
            out.append(bool.value());
        } else if (value instanceof Json.Num number) {
            out.append(number(number.value()));
        } else if (value instanceof Json.Str string) {
            string(string.value(), out);
        } else if (value instanceof Json.Arr array) {
            String separator = "";
            out.append('[');
            for (Json item : array.items()) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(']');
        } else if (value instanceof Json.Obj object) {
            String separator = "";
            out.append('{');
            for (var member : object.members().entrySet()) {
                out.append(separator);
                string(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                separator = ",";
            }
            out.append('}');
        }
    }

    private static String number(BigDecimal value) {
        return Math.max(value.precision(), value.precision() - value.scale()) <= LONGEST_PLAIN_NUMBER
                        && value.scale() <= LONGEST_PLAIN_NUMBER
                ? value.toPlainString()
                : value.toString();
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029' || c == '\u007f') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
