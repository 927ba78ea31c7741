package io.neurectomy.codegen.sdl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts SDL into words (GraphQL, section 2.1); what stands between them is left out. */
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    /** Longer ones cost more than they can mean: reading a decimal takes time quadratic in its digits. */
    private static final int LONGEST_NUMBER = 1000;

    private final String text;
    private int offset;
    private int line = 1;
    private int lineStart;

    Lexer(String text) {
        this.text = text;
        if (text.startsWith("\uFEFF")) {
            offset = 1;
            lineStart = 1;
        }
    }

    /** Returns the next word, the end again and again; after an exception it goes on behind what was wrong. */
    Token next() throws SdlException {
        skipIgnored();
        if (offset == text.length()) {
            return token(Token.Kind.END, "", offset);
        }
        int start = offset;
        char c = text.charAt(start);
        if (isNameStart(c)) {
            while (offset < text.length() && (isNameStart(text.charAt(offset)) || isDigit(text.charAt(offset)))) {
                offset++;
            }
            return token(Token.Kind.NAME, text.substring(start, offset), start);
        }
        if (isDigit(c) || c == '-') {
            return number(start);
        }
        if (c == '"') {
            return text.startsWith("\"\"\"", start) ? blockString(start) : string(start);
        }
        if (text.startsWith("...", start)) {
            offset += 3;
            return token(Token.Kind.PUNCTUATOR, "...", start);
        }
        offset++;
        if ("!$&():=@[]{|}".indexOf(c) >= 0) {
            return token(Token.Kind.PUNCTUATOR, String.valueOf(c), start);
        }
        throw error(String.format("U+%04X is no character of SDL. Remove it.", (int) c), start);
    }

    private void skipIgnored() {
        while (offset < text.length()) {
            char c = text.charAt(offset);
            if (c == '\n' || c == '\r') {
                newLine();
            } else if (c == ' ' || c == '\t' || c == ',' || c == '\uFEFF') {
                offset++;
            } else if (c == '#') {
                while (offset < text.length() && text.charAt(offset) != '\n' && text.charAt(offset) != '\r') {
                    offset++;
                }
            } else {
                return;
            }
        }
    }

    /** Steps over a line end of one or two characters. */
    private void newLine() {
        offset += text.startsWith("\r\n", offset) ? 2 : 1;
        line++;
        lineStart = offset;
    }

    private Token number(int start) throws SdlException {
        var matcher = NUMBER.matcher(text).region(start, Math.min(text.length(), start + LONGEST_NUMBER + 1));
        boolean found = matcher.lookingAt();
        offset = found ? matcher.end() : start + 1;
        boolean goesOn = offset < text.length()
                && (isNameStart(text.charAt(offset)) || isDigit(text.charAt(offset)) || text.charAt(offset) == '.');
        if (!found || goesOn) {
            while (offset < text.length()
                    && (isNameStart(text.charAt(offset))
                            || isDigit(text.charAt(offset))
                            || text.charAt(offset) == '.')) {
                offset++;
            }
            throw error("here stands no number of GraphQL. Write it as JSON does, in at most 1000 characters.", start);
        }
        boolean whole = matcher.group(2) == null && matcher.group(3) == null;
        return token(whole ? Token.Kind.INT : Token.Kind.FLOAT, matcher.group(), start);
    }

    private Token string(int start) throws SdlException {
        StringBuilder value = new StringBuilder();
        offset = start + 1;
        while (offset < text.length()) {
            char c = text.charAt(offset);
            if (c == '"') {
                offset++;
                return token(Token.Kind.STRING, value.toString(), start);
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            offset++;
            value.append(c == '\\' ? escape(start) : String.valueOf(c));
        }
        throw error("a string does not end in its line. Close it with a quote, or begin and end it with three.", start);
    }

    private String escape(int start) throws SdlException {
        char c = offset < text.length() ? text.charAt(offset++) : 0;
        switch (c) {
            case '"', '\\', '/' -> {
                return String.valueOf(c);
            }
            case 'b' -> {
                return "\b";
            }
            case 'f' -> {
                return "\f";
            }
            case 'n' -> {
                return "\n";
            }
            case 'r' -> {
                return "\r";
            }
            case 't' -> {
                return "\t";
            }
            case 'u' -> {
                return unicode(start);
            }
            default -> throw error("a string has an unknown escape. Write \\\\ for a backslash.", start);
        }
    }

    private String unicode(int start) throws SdlException {
        boolean braces = offset < text.length() && text.charAt(offset) == '{';
        int begin = braces ? offset + 1 : offset;
        int end = braces ? text.indexOf('}', begin) : begin + 4;
        if (end >= begin && end <= text.length() && end - begin >= 1 && end - begin <= 8) {
            String digits = text.substring(begin, end);
            if (digits.matches("[0-9A-Fa-f]+")) {
                long codePoint = Long.parseLong(digits, 16);
                if (codePoint <= Character.MAX_CODE_POINT) {
                    offset = braces ? end + 1 : end;
                    return Character.toString((int) codePoint);
                }
            }
        }
        throw error("a string has an escape that is no character. Write \\u and four hexadecimal digits.", start);
    }

    private Token blockString(int start) throws SdlException {
        int startLine = line;
        int startColumn = start - lineStart + 1;
        StringBuilder raw = new StringBuilder();
        offset = start + 3;
        while (offset < text.length()) {
            if (text.startsWith("\"\"\"", offset)) {
                offset += 3;
                return new Token(Token.Kind.STRING, dedented(raw.toString()), startLine, startColumn);
            }
            if (text.startsWith("\\\"\"\"", offset)) {
                raw.append("\"\"\"");
                offset += 4;
            } else if (text.charAt(offset) == '\n' || text.charAt(offset) == '\r') {
                raw.append('\n');
                newLine();
            } else {
                raw.append(text.charAt(offset++));
            }
        }
        throw new SdlException("a string does not end. Close it with three quotes.", startLine, startColumn);
    }

    /** Removes the indentation that all lines but the first share, and blank lines around (GraphQL, section 2.9.4). */
    private static String dedented(String raw) {
        List<String> lines = new ArrayList<>(List.of(raw.split("\n", -1)));
        int common = lines.stream()
                .skip(1)
                .filter(line -> indentation(line) < line.length())
                .mapToInt(Lexer::indentation)
                .min()
                .orElse(0);
        for (int i = 1; i < lines.size(); i++) {
            lines.set(i, lines.get(i).substring(Math.min(common, lines.get(i).length())));
        }
        int from = 0;
        int to = lines.size();
        while (from < to && indentation(lines.get(from)) == lines.get(from).length()) {
            from++;
        }
        while (from < to && indentation(lines.get(to - 1)) == lines.get(to - 1).length()) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }

    private static int indentation(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private Token token(Token.Kind kind, String value, int start) {
        return new Token(kind, value, line, start - lineStart + 1);
    }

    private SdlException error(String message, int start) {
        return new SdlException(message, line, start - lineStart + 1);
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
