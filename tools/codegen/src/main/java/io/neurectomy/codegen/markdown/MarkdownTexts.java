package io.neurectomy.codegen.markdown;

import io.neurectomy.codegen.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes texts of a schema into Markdown so that they are read as they are: no markup, no HTML, no link to a script. */
final class MarkdownTexts {

    /** What has a meaning wherever it stands. A colon would make a link of an address, which is wanted. */
    private static final String SPECIAL = "\\`*_[]|~$";

    /** What has a meaning where a line begins: headings, lists, rules, underlines of headings. */
    private static final Pattern LINE_START = Pattern.compile("^(#|[-+=]|[0-9]{1,9}(?=[.)]))");

    private MarkdownTexts() {}

    /** Returns paragraphs. */
    static String block(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : clean(text).strip().split("\n", -1)) {
            lines.add(escapedStart(escaped(line.strip())));
        }
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n");
    }

    /** Returns text for one line or a cell of a table; line ends become {@code <br>}. */
    static String cell(String text) {
        return clean(text)
                .strip()
                .lines()
                .map(line -> escaped(line.strip()))
                .reduce((one, next) -> one + "<br>" + next)
                .orElse("");
    }

    /** Returns text in the type of code, for a line or a cell of a table. */
    static String code(String text) {
        // A cell ends at a bar, even within code, unless it is escaped; and code can't hold a line end.
        String clean = clean(text).replace('\n', ' ').replace('\t', ' ').replace("|", "\\|");
        String fence = "`".repeat(longestRun(clean) + 1);
        boolean needsSpace = clean.isEmpty()
                || clean.startsWith("`")
                || clean.endsWith("`")
                || (clean.startsWith(" ") && clean.endsWith(" "));
        String space = needsSpace ? " " : "";
        return fence + space + clean + space + fence;
    }

    /** Returns JSON in the type of code. */
    static String code(Json value) {
        return code(visible(value.text()));
    }

    /** Returns a block of JSON over several lines. */
    static String block(Json value) {
        return fenced("json", visible(PrettyJson.text(value)));
    }

    /** Escapes what {@link #clean} would replace; it can only stand in a string. */
    private static String visible(String json) {
        StringBuilder out = new StringBuilder();
        json.codePoints().forEach(c -> {
            if (c != '\n' && isReplaced(c)) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Returns a block of code. */
    private static String fenced(String language, String text) {
        String clean = clean(text);
        String fence = "`".repeat(Math.max(3, longestRun(clean) + 1));
        return fence + language + "\n" + clean + "\n" + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String escaped(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    if (SPECIAL.indexOf(c) >= 0) {
                        out.append('\\');
                    }
                    out.appendCodePoint(c);
                }
            }
        });
        return out.toString();
    }

    private static String escapedStart(String line) {
        var matcher = LINE_START.matcher(line);
        if (!matcher.find()) {
            return line;
        }
        // A number keeps its digits, and what follows it is escaped; a sign is escaped itself.
        int at = Character.isDigit(line.charAt(0)) ? matcher.end() : 0;
        return line.substring(0, at) + "\\" + line.substring(at);
    }

    /** Replaces control characters, halves of characters, and those that turn lines around. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(c -> out.appendCodePoint(isReplaced(c) ? 0xFFFD : c));
        return out.toString();
    }

    private static boolean isReplaced(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return turns || control || half || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }
}
