package io.neurectomy.codegen.schema;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A pattern of a schema, to be searched for in a text. */
final class EcmaPattern {

    /** More steps than any reasonable pattern needs on any reasonable text; a second or so. */
    private static final int MAX_STEPS = 20_000_000;

    private final @Nullable Pattern pattern;

    private EcmaPattern(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    static EcmaPattern of(String regex) {
        try {
            return new EcmaPattern(Pattern.compile(translate(regex)));
        } catch (PatternSyntaxException invalid) {
            // What can't be understood matches nothing; the reader of the schema has said so.
            return new EcmaPattern(null);
        }
    }

    boolean matches(String text) {
        if (pattern == null) {
            return false;
        }
        try {
            return pattern.matcher(new Counted(text, new int[] {MAX_STEPS})).find();
        } catch (TooManyStepsException | StackOverflowError tooMuch) {
            return false;
        }
    }

    private static String translate(String regex) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                char next = regex.charAt(++i);
                switch (next) {
                    case 's' -> out.append(inClass ? "\\s\\xA0\\uFEFF\\p{Z}" : "[\\s\\xA0\\uFEFF\\p{Z}]");
                    case 'S' -> out.append("[^\\s\\xA0\\uFEFF\\p{Z}]");
                    case '/', '-', '"', '\'', '_', '#', '@', ':', '%', '&', '!', ',', '=', '<', '>', '`', ' ' -> out.append(
                            Pattern.quote(String.valueOf(next)));
                    case 'Z', 'A', 'z', 'G', 'Q', 'E', 'h', 'H', 'V', 'X', 'R', 'e', 'a', 'N' -> out.append(next);
                    default -> out.append(c).append(next);
                }
            } else if (inClass) {
                inClass = c != ']';
                out.append(c == '[' || c == '&' ? "\\" : "").append(c);
            } else {
                inClass = c == '[';
                switch (c) {
                    case '$' -> out.append("\\z");
                    case '.' -> out.append("[^\\n\\r\\u2028\\u2029]");
                    default -> out.append(c);
                }
            }
        }
        return out.toString();
    }

    /** Counts how often a character is looked at, and ends a search that does not end by itself. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super("a pattern takes too many steps", null, false, false);
        }
    }
}
