package io.neurectomy.codegen.java;

import java.util.regex.Pattern;

/** Lays out what JavaPoet does not: it fills lines with the components of a record, which people read as a list. */
final class Layout {

    private static final int LONGEST_LINE = 120;

    /** An annotation with one value, which JavaPoet writes in three lines. */
    private static final Pattern ANNOTATION =
            Pattern.compile("(?m)(@Json(?:S|Des)erialize)\\(\\s+(using = [\\w.]+)\\s+\\)$");

    private Layout() {}

    /** Puts each component of a record on a line of its own if they don't fit on one. */
    static String spread(String text) {
        String source = ANNOTATION.matcher(text).replaceAll("$1($2)");
        StringBuilder out = new StringBuilder(source.length() + 256);
        int done = 0;
        for (int start = header(source, 0); start >= 0; start = header(source, done)) {
            int open = source.indexOf('(', start);
            int close = close(source, open);
            String indent =
                    source.substring(source.lastIndexOf('\n', start) + 1, start).replaceAll("\\S.*", "");
            String components = source.substring(open + 1, close)
                    .replaceAll("\\s*\\n\\s*", " ")
                    .strip();
            int end = source.indexOf('\n', close);
            int width = open - source.lastIndexOf('\n', open) + components.length() + end - close;
            out.append(source, done, open + 1);
            out.append(width <= LONGEST_LINE ? components : lines(components, indent + "        "));
            done = close;
        }
        return out.append(source, done, source.length()).toString();
    }

    private static int header(String source, int from) {
        int found = source.indexOf("public record ", from);
        int nested = source.indexOf("public static record ", from);
        return found < 0 ? nested : nested < 0 ? found : Math.min(found, nested);
    }

    private static int close(String source, int open) {
        int depth = 0;
        for (int i = open; ; i++) {
            char c = source.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    private static String lines(String components, String indent) {
        StringBuilder out = new StringBuilder("\n").append(indent);
        int depth = 0;
        for (int i = 0; i < components.length(); i++) {
            char c = components.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                out.append(",\n").append(indent);
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
