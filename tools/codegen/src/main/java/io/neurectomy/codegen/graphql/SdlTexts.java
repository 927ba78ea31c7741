package io.neurectomy.codegen.graphql;

import io.neurectomy.codegen.CodeWriter;
import java.util.List;

/** Writes strings of SDL, so that no text can end the string it stands in. */
final class SdlTexts {

    private static final int LONGEST_LINE = 100;

    private SdlTexts() {}

    /** Writes a description; a short one in a line, others as a block. */
    static void description(String text, CodeWriter out) {
        String clean = clean(text).strip();
        if (clean.isEmpty()) {
            return;
        }
        if (clean.length() <= LONGEST_LINE && clean.indexOf('\n') < 0) {
            out.line(quoted(clean));
            return;
        }
        out.line("\"\"\"");
        List.of(clean.replace("\"\"\"", "\\\"\"\"").split("\n", -1)).forEach(line -> out.line(line.stripTrailing()));
        out.line("\"\"\"");
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    /** Replaces what can't stand in a text: control characters, halves of characters, and those that turn lines around. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            out.appendCodePoint(turns || control || half || c == 0x2028 || c == 0x2029 || c == 0xFEFF ? 0xFFFD : c);
        });
        return out.toString();
    }
}
