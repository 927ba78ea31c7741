package io.neurectomy.codegen.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A set of code points, surrogates among them.
 *
 * @param ranges sorted, disjoint and not adjacent, so that equal sets are equal records
 */
public record CharacterSet(List<Regex.Range> ranges) {

    /** No character. */
    public static final CharacterSet EMPTY = new CharacterSet(List.of());

    /** ASCII digits. */
    public static final CharacterSet DIGIT = range('0', '9');

    /** ASCII letters, digits and the underscore. */
    public static final CharacterSet WORD =
            range('0', '9').union(range('A', 'Z')).union(range('_', '_')).union(range('a', 'z'));

    /** What {@code \s} matches in ECMA-262. */
    public static final CharacterSet SPACE = range('\t', '\r')
            .union(range(' ', ' '))
            .union(range(0xA0, 0xA0))
            .union(range(0x1680, 0x1680))
            .union(range(0x2000, 0x200A))
            .union(range(0x2028, 0x2029))
            .union(range(0x202F, 0x202F))
            .union(range(0x205F, 0x205F))
            .union(range(0x3000, 0x3000))
            .union(range(0xFEFF, 0xFEFF));

    /** What {@code .} does not match. */
    static final CharacterSet LINE_TERMINATOR =
            range('\n', '\n').union(range('\r', '\r')).union(range(0x2028, 0x2029));

    /** Puts the ranges in order and joins those that touch. */
    public CharacterSet {
        List<Regex.Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Regex.Range::from));
        List<Regex.Range> joined = new ArrayList<>();
        for (Regex.Range range : sorted) {
            Regex.Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.from() <= last.to() + 1) {
                joined.set(joined.size() - 1, new Regex.Range(last.from(), Math.max(last.to(), range.to())));
            } else {
                joined.add(range);
            }
        }
        ranges = List.copyOf(joined);
    }

    static CharacterSet range(int from, int to) {
        return new CharacterSet(List.of(new Regex.Range(from, to)));
    }

    static CharacterSet matching(IntPredicate wanted) {
        List<Regex.Range> ranges = new ArrayList<>();
        int from = -1;
        for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
            boolean in = c <= Character.MAX_CODE_POINT && wanted.test(c);
            if (in && from < 0) {
                from = c;
            } else if (!in && from >= 0) {
                ranges.add(new Regex.Range(from, c - 1));
                from = -1;
            }
        }
        return new CharacterSet(ranges);
    }

    /**
     * Returns the characters of both sets.
     *
     * @param other the other set
     * @return a set
     */
    public CharacterSet union(CharacterSet other) {
        List<Regex.Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new CharacterSet(all);
    }

    /**
     * Returns all other characters.
     *
     * @return a set
     */
    public CharacterSet complement() {
        List<Regex.Range> gaps = new ArrayList<>();
        int next = 0;
        for (Regex.Range range : ranges) {
            if (range.from() > next) {
                gaps.add(new Regex.Range(next, range.from() - 1));
            }
            next = range.to() + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            gaps.add(new Regex.Range(next, Character.MAX_CODE_POINT));
        }
        return new CharacterSet(gaps);
    }

    /**
     * Returns whether a character is in both sets.
     *
     * @param other the other set
     * @return whether they share one
     */
    public boolean intersects(CharacterSet other) {
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            Regex.Range a = ranges.get(i);
            Regex.Range b = other.ranges.get(j);
            if (a.to() < b.from()) {
                i++;
            } else if (b.to() < a.from()) {
                j++;
            } else {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the characters that are no surrogates: all that a text in UTF-8 can hold.
     *
     * @return a set
     */
    public CharacterSet withoutSurrogates() {
        return complement()
                .union(range(Character.MIN_SURROGATE, Character.MAX_SURROGATE))
                .complement();
    }
}
