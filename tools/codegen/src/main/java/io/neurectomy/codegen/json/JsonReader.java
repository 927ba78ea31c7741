package io.neurectomy.codegen.json;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON as RFC 8259 defines it and nothing more. What is wrong becomes a finding with its place: all of it, as far as
 * the text can be followed past a mistake.
 */
public final class JsonReader {

    /** How deep arrays and objects may be nested: whoever walks a value does so recursively. */
    public static final int MAX_DEPTH = 500;

    /** How many digits a number may have: to convert them takes time by their square. */
    public static final int MAX_DIGITS = 10_000;

    /** How great an exponent may be: the scale of a {@link BigDecimal} is an {@code int}. */
    public static final int MAX_EXPONENT = 999_999_999;

    private static final int MAX_FINDINGS = 100;
    private static final int LONGEST_IN_A_LONG = 18;

    private final String file;
    private final char[] text;
    private final int length;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Object> path = new ArrayDeque<>();
    private int[] offsets = new int[64];
    private int count;
    private int at;
    private boolean broken;

    private JsonReader(String file, char[] text, int length) {
        this.file = file;
        this.text = text;
        this.length = length;
    }

    /**
     * What came of reading a text.
     *
     * @param document the value; absent if the text is not JSON
     * @param findings what is wrong; a document may have some as well
     */
    public record Result(Optional<JsonDocument> document, List<Finding> findings) {

        /**
         * Copies the list.
         *
         * @param document the value, if the text is JSON
         * @param findings what is wrong
         */
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads the bytes of a text in UTF-8, or in UTF-16 if they begin as only that does; a byte order mark is skipped.
     *
     * @param file how the user named it, for findings
     * @param bytes the text
     * @return its value and what is wrong
     */
    public static Result read(String file, byte[] bytes) {
        Charset charset = charset(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult decoded = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        JsonReader reader = new JsonReader(file, out.array(), out.position());
        if (decoded.isError()) {
            reader.at = reader.length;
            reader.report("json-encoding", "the bytes here are not " + charset + ". Save the file as UTF-8.");
            return new Result(Optional.empty(), reader.findings);
        }
        return reader.document();
    }

    /**
     * Reads a text.
     *
     * @param file how the user named it, for findings
     * @param text the text
     * @return its value and what is wrong
     */
    public static Result read(String file, String text) {
        return new JsonReader(file, text.toCharArray(), text.length()).document();
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length > 0 ? bytes[0] & 0xff : 1;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 1;
        if (first == 0 || (first == 0xfe && second == 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return second == 0 || (first == 0xff && second == 0xfe) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private Result document() {
        if (length > 0 && text[0] == '\ufeff') {
            at++;
        }
        Json root = null;
        try {
            skipSpace();
            root = value();
            skipSpace();
            if (at < length) {
                throw syntax("expected the end of the text, found " + found() + ". Remove what follows the value.");
            }
        } catch (Unreadable unreadable) {
            broken = true;
        }
        return root == null || broken
                ? new Result(Optional.empty(), findings)
                : new Result(
                        Optional.of(new JsonDocument(file, root, Arrays.copyOf(offsets, count), lineStarts())),
                        findings);
    }

    private Json value() throws Unreadable {
        if (at >= length) {
            throw syntax("expected a value, found the end of the text. Complete the text.");
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = at;
        return switch (text[at]) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> new Json.Num(number());
            default ->
                throw syntax(
                        "expected a value, found " + found()
                                + (text[at] == '\''
                                        ? ". Use double quotes."
                                        : ". Write an object, an array, a string in double quotes, a number, true, false or null."));
        };
    }

    private Json object() throws Unreadable {
        int open = at;
        enter();
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        while (at >= length || text[at] != '}') {
            if (at >= length) {
                throw unclosed(open, '{', '}');
            }
            if (text[at] != '"') {
                throw syntax("expected the name of a member or '}', found " + found()
                        + ". Write names in double quotes and separate members with a comma.");
            }
            int start = at;
            String name = string();
            skipSpace();
            if (at >= length || text[at] != ':') {
                throw syntax(
                        "expected ':' after the name of a member, found " + found() + ". Put ':' before its value.");
            }
            at++;
            skipSpace();
            path.addLast(name);
            int before = count;
            Json member = value();
            if (members.putIfAbsent(name, member) != null) {
                // The value is dropped, so its places must be too: they are matched by order.
                count = before;
                report(
                        start,
                        "json-duplicate",
                        "the name " + new Json.Str(name).text()
                                + " stands in this object already, and readers disagree on which one counts. Remove one.");
            }
            path.removeLast();
            skipSpace();
            if (!separated(open, '{', '}')) {
                break;
            }
        }
        at++;
        return new Json.Obj(members);
    }

    private Json array() throws Unreadable {
        int open = at;
        enter();
        List<Json> items = new ArrayList<>();
        at++;
        skipSpace();
        while (at >= length || text[at] != ']') {
            if (at >= length) {
                throw unclosed(open, '[', ']');
            }
            path.addLast(items.size());
            items.add(value());
            path.removeLast();
            skipSpace();
            if (!separated(open, '[', ']')) {
                break;
            }
        }
        at++;
        return new Json.Arr(items);
    }

    private void enter() throws Unreadable {
        if (path.size() >= MAX_DEPTH) {
            report(
                    "json-depth",
                    "more than " + MAX_DEPTH + " arrays and objects inside each other. Make the text flatter.");
            throw new Unreadable();
        }
    }

    /** Steps over a comma; a trailing one is reported and skipped, so that what follows is read as well. */
    private boolean separated(int open, char start, char end) throws Unreadable {
        if (at >= length) {
            throw unclosed(open, start, end);
        }
        if (text[at] == end) {
            return false;
        }
        if (text[at] != ',') {
            throw syntax("expected ',' or '" + end + "', found " + found() + ". Separate the values with a comma.");
        }
        int comma = at++;
        skipSpace();
        if (at < length && text[at] == end) {
            broken = true;
            report(comma, "json-syntax", "a comma before '" + end + "'. Remove it.");
        }
        return true;
    }

    private Json word(String word, Json value) throws Unreadable {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= length || text[at + i] != word.charAt(i)) {
                throw syntax(
                        "expected " + word + ". Write it in full and in lower case, or as a string in double quotes.");
            }
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() throws Unreadable {
        int start = at;
        boolean whole = true;
        if (text[at] == '-') {
            at++;
        }
        int first = at;
        int digits = digits();
        if (digits > 1 && text[first] == '0') {
            at = start;
            throw syntax("a number begins with a superfluous 0. Remove it, or write a string in double quotes.");
        }
        if (at < length && text[at] == '.') {
            at++;
            whole = false;
            digits += digits();
        }
        int mantissa = at;
        long exponent = 0;
        if (at < length && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean negative = at < length && text[at] == '-';
            if (negative || (at < length && text[at] == '+')) {
                at++;
            }
            int from = at;
            digits();
            for (int i = from; i < at && exponent <= MAX_EXPONENT; i++) {
                exponent = exponent * 10 + text[i] - '0';
            }
            exponent = negative ? -exponent : exponent;
        }
        if (digits > MAX_DIGITS) {
            report(start, "json-number", "a number of " + digits + " digits. Shorten it to " + MAX_DIGITS + ".");
            return BigDecimal.ZERO;
        }
        if (Math.abs(exponent) > MAX_EXPONENT) {
            report(start, "json-number", "the exponent is beyond " + MAX_EXPONENT + ". Write a smaller one.");
            return BigDecimal.ZERO;
        }
        if (whole && digits <= LONGEST_IN_A_LONG) {
            long value = 0;
            for (int i = first; i < mantissa; i++) {
                value = value * 10 + text[i] - '0';
            }
            return BigDecimal.valueOf(first > start ? -value : value).scaleByPowerOfTen((int) exponent);
        }
        return new BigDecimal(text, start, mantissa - start).scaleByPowerOfTen((int) exponent);
    }

    private int digits() throws Unreadable {
        int start = at;
        while (at < length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw syntax("expected a digit, found " + found() + ". Complete the number.");
        }
        return at - start;
    }

    private String string() throws Unreadable {
        int start = ++at;
        while (at < length && text[at] != '"' && text[at] != '\\' && text[at] >= ' ') {
            at++;
        }
        if (at < length && text[at] == '"') {
            return new String(text, start, at++ - start);
        }
        StringBuilder out = new StringBuilder().append(text, start, at - start);
        while (true) {
            if (at >= length || text[at] == '\n' || text[at] == '\r') {
                at = start - 1;
                throw syntax("a string without an end. Close it with a double quote in the same line.");
            }
            char c = text[at];
            if (c == '"') {
                at++;
                return out.toString();
            }
            if (c == '\\') {
                out.append(escape());
            } else if (c < ' ') {
                throw syntax(String.format(
                        "the control character U+%04X in a string. Write it as \\u%04x.", (int) c, (int) c));
            } else {
                out.append(c);
                at++;
            }
        }
    }

    private char escape() throws Unreadable {
        char c = at + 1 < length ? text[at + 1] : ' ';
        if (c == 'u' && at + 5 < length) {
            int code = 0;
            for (int i = at + 2; i < at + 6; i++) {
                int digit = Character.digit(text[i] < 0x80 ? text[i] : ' ', 16);
                code = digit < 0 || code < 0 ? -1 : code * 16 + digit;
            }
            if (code >= 0) {
                at += 6;
                return (char) code;
            }
        }
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple < 0) {
            throw syntax(
                    "an unknown escape in a string. Write \\\\ for a backslash, or \\u and four hexadecimal digits.");
        }
        at += 2;
        return "\"\\/\b\f\n\r\t".charAt(simple);
    }

    private void skipSpace() throws Unreadable {
        while (at < length) {
            char c = text[at];
            if (c == '/' && at + 1 < length && (text[at + 1] == '/' || text[at + 1] == '*')) {
                broken = true;
                report("json-syntax", "a comment, which JSON does not have. Remove it.");
                skipComment();
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else {
                return;
            }
        }
    }

    private void skipComment() throws Unreadable {
        boolean line = text[at + 1] == '/';
        at += 2;
        while (at < length && !(line ? text[at] == '\n' : text[at] == '/' && text[at - 1] == '*')) {
            at++;
        }
        if (!line) {
            at++;
        }
        if (at > length) {
            throw new Unreadable();
        }
    }

    private String found() {
        if (at >= length) {
            return "the end of the text";
        }
        char c = text[at];
        return c > ' ' && c < 0x7f ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }

    private Unreadable unclosed(int open, char start, char end) {
        at = open;
        return syntax("'" + start + "' is never closed. Add '" + end + "'.");
    }

    private Unreadable syntax(String message) {
        report("json-syntax", message);
        return new Unreadable();
    }

    private void report(String rule, String message) {
        report(at, rule, message);
    }

    private void report(int offset, String rule, String message) {
        if (findings.size() >= MAX_FINDINGS) {
            return;
        }
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (isLineEnd(i)) {
                line++;
                start = i + 1;
            }
        }
        StringBuilder pointer = new StringBuilder();
        for (Object step : path) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        findings.add(new Finding(
                rule, Severity.ERROR, new Location(file, line, offset - start + 1, pointer.toString()), message));
    }

    private int[] lineStarts() {
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < length; i++) {
            if (isLineEnd(i)) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    private boolean isLineEnd(int i) {
        return text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
    }

    /** Ends the reading of a text that can't be followed any further. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("see the finding", null, false, false);
        }
    }
}
