package io.neurectomy.codegen.pattern;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tree of a regular expression. A character is a Unicode code point, as with the {@code u} flag; groups that do not
 * capture are not in the tree.
 */
public sealed interface Regex {

    /** Matches the empty text. */
    record Empty() implements Regex {}

    /**
     * Matches one character.
     *
     * @param codePoint the character
     */
    record Literal(int codePoint) implements Regex {}

    /** Matches any character but the four line terminators of ECMA-262. */
    record Dot() implements Regex {}

    /**
     * Matches one of some characters, or none of them.
     *
     * @param negated whether it matches the others
     * @param items in the order of the text
     */
    record CharacterClass(boolean negated, List<Item> items) implements Regex {
        /**
         * Copies the list.
         *
         * @param negated whether it matches the others
         * @param items its items
         */
        public CharacterClass {
            items = List.copyOf(items);
        }

        /**
         * Returns the characters that match.
         *
         * @return the set; empty if it depends on a Unicode property that the Java platform does not know
         */
        public Optional<CharacterSet> set() {
            CharacterSet all = CharacterSet.EMPTY;
            for (Item item : items) {
                Optional<CharacterSet> one = item.set();
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all = all.union(one.get());
            }
            return Optional.of(negated ? all.complement() : all);
        }
    }

    /**
     * Matches all parts one after the other.
     *
     * @param parts at least two
     */
    record Sequence(List<Regex> parts) implements Regex {
        /**
         * Copies the list.
         *
         * @param parts the parts
         */
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Matches one of the options, the first one that leads to a match.
     *
     * @param options at least two
     */
    record Choice(List<Regex> options) implements Regex {
        /**
         * Copies the list.
         *
         * @param options the options
         */
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Matches its body several times.
     *
     * @param body what is repeated
     * @param min at least so many times
     * @param max at most so many times, without an end if empty
     * @param greedy whether it tries more before fewer; of no account for whether a text matches
     */
    record Repeat(Regex body, int min, OptionalInt max, boolean greedy) implements Regex {}

    /**
     * Captures what its body matches.
     *
     * @param number from 1 in the order of the opening parentheses
     * @param name its name
     * @param body what it captures
     */
    record Group(int number, Optional<String> name, Regex body) implements Regex {}

    /** Matches at the begin of the text. */
    record Start() implements Regex {}

    /** Matches at the very end of the text. */
    record End() implements Regex {}

    /**
     * Matches between a word character (ASCII letter, digit, underscore) and another one or an end of the text.
     *
     * @param negated whether it matches everywhere else
     */
    record WordBoundary(boolean negated) implements Regex {}

    /**
     * Looks at the text from here on, or at the text up to here, and consumes nothing.
     *
     * @param ahead whether it looks ahead, not behind
     * @param negated whether the body must not match
     * @param body what it looks for
     */
    record Look(boolean ahead, boolean negated, Regex body) implements Regex {}

    /**
     * Matches what a group captured, or the empty text if the group captured nothing.
     *
     * @param number the number of the group, which exists
     */
    record BackReference(int number) implements Regex {}

    /** A part of a character class. */
    sealed interface Item {

        /**
         * Returns its characters.
         *
         * @return the set; empty if it depends on a Unicode property that the Java platform does not know
         */
        Optional<CharacterSet> set();
    }

    /**
     * The characters from one to another.
     *
     * @param from the first
     * @param to the last, which may be the first
     */
    record Range(int from, int to) implements Item {
        @Override
        public Optional<CharacterSet> set() {
            return Optional.of(CharacterSet.range(from, to));
        }
    }

    /**
     * {@code \d}, {@code \w}, {@code \s}, or the opposite of one.
     *
     * @param kind which
     * @param negated whether it is the opposite
     */
    record Shorthand(Kind kind, boolean negated) implements Item {

        /** The kinds. */
        public enum Kind {
            /** ASCII digits. */
            DIGIT,
            /** ASCII letters, digits and the underscore. */
            WORD,
            /** White space and line terminators of ECMA-262, those of Unicode too. */
            SPACE
        }

        @Override
        public Optional<CharacterSet> set() {
            CharacterSet set = switch (kind) {
                case DIGIT -> CharacterSet.DIGIT;
                case WORD -> CharacterSet.WORD;
                case SPACE -> CharacterSet.SPACE;
            };
            return Optional.of(negated ? set.complement() : set);
        }
    }

    /**
     * {@code \p{…}} or {@code \P{…}}.
     *
     * @param name the name of the property: {@code General_Category}, {@code Script}, {@code Script_Extensions} or that of a
     *     binary one
     * @param value the value; empty for a binary property
     * @param negated whether it is {@code \P}
     */
    record Property(String name, String value, boolean negated) implements Item {
        @Override
        public Optional<CharacterSet> set() {
            return UnicodeProperty.set(name, value).map(set -> negated ? set.complement() : set);
        }
    }
}
