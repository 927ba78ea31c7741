package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of a schema, to be searched for in a text. */
final class PatternSearch {

    /** More steps than any reasonable pattern needs on any reasonable text, and less than a second. */
    private static final int MAX_STEPS = 20_000_000;

    private final @Nullable Pattern pattern;

    private PatternSearch(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    static PatternSearch of(String regex) {
        try {
            return new PatternSearch(
                    EcmaPattern.parse(regex).toJava().map(Pattern::compile).orElse(null));
        } catch (InvalidPatternException invalid) {
            // The reader has reported it and dropped the assertion, so this is somebody else's graph.
            return new PatternSearch(null);
        }
    }

    /** Returns whether the pattern is found; not if it takes too many steps, or more of the stack than there is. */
    boolean matches(String text) {
        if (pattern == null) {
            return false;
        }
        try {
            return pattern.matcher(new Counted(text)).find();
        } catch (TooManyStepsException | StackOverflowError tooMuch) {
            // java.util.regex recurses for each repetition of a group: there is no telling beforehand how deep.
            return false;
        }
    }

    /** Counts how often a character is looked at, and ends a search that does not end by itself. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int left = MAX_STEPS;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
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
