package io.neurectomy.codegen.rust;

import java.util.ArrayList;
import java.util.List;

/** Writes texts of a schema as Rust: literals and comments that can't be left. */
final class Text {

    private static final int DOC_WIDTH = 92;

    private Text() {}

    /** Returns a string literal; a lone surrogate becomes U+FFFD, which no JSON text that Rust can read holds in its place. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format("\\u{%x}", isSurrogate(c) ? 0xFFFD : c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** Returns a string literal for a regular expression: raw, where it has a backslash and nothing invisible. */
    static String pattern(String text) {
        if (text.indexOf('\\') < 0 || !text.codePoints().allMatch(Text::isPlain)) {
            return literal(text);
        }
        String hashes = "";
        while (text.contains("\"" + hashes)) {
            hashes += "#";
        }
        return "r" + hashes + "\"" + text + "\"" + hashes;
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(Text::isSurrogate);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Returns whether a character shows as itself: the compiler refuses those that turn the direction of a text. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> c == ' ';
            default -> true;
        };
    }

    /**
     * Returns the lines of a documentation comment. Each stands behind its own marker, so nothing can end the comment; what
     * Markdown would take for code, rustdoc would compile, so it is marked as text.
     */
    static List<String> doc(String text) {
        List<String> lines = new ArrayList<>();
        boolean fenced = false;
        for (String raw : text.strip().split("\\R", -1)) {
            String line = raw.replace('\t', ' ').strip();
            if (line.startsWith("```") || line.startsWith("~~~")) {
                fenced = !fenced;
                line = fenced ? "```text" : "```";
            }
            wrap(visible(line), lines);
        }
        if (fenced) {
            lines.add("```");
        }
        return lines;
    }

    private static String visible(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> out.appendCodePoint(isPlain(c) ? c : ' '));
        return out.toString().strip();
    }

    private static void wrap(String line, List<String> lines) {
        String rest = line;
        while (rest.length() > DOC_WIDTH) {
            int cut = rest.lastIndexOf(' ', DOC_WIDTH);
            if (cut <= 0) {
                cut = rest.indexOf(' ');
            }
            if (cut <= 0) {
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut + 1).strip();
        }
        lines.add(rest);
    }
}
