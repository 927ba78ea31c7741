package io.neurectomy.test.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes strings for a regular expression of ECMA-262. What only forbids, such as look-around and word boundaries, is
 * read and not obeyed: whoever takes a string asks the validator about it.
 */
final class PatternSampler {

    private static final int LONGEST = 4096;
    private static final BitSet ALL = range(0, 0xFFFF);
    private static final BitSet DIGITS = range('0', '9');
    private static final BitSet WORDS = union(range('a', 'z'), range('A', 'Z'), DIGITS, range('_', '_'));
    private static final BitSet SPACES = union(range('\t', '\r'), range(' ', ' '), range(0xA0, 0xA0));
    private static final BitSet LINE_ENDS = union(range('\n', '\n'), range('\r', '\r'), range(0x2028, 0x2029));

    private final String pattern;
    private final List<String> groupNames = new ArrayList<>();
    private int position;
    private int groups;

    private PatternSampler(String pattern) {
        this.pattern = pattern;
    }

    /** Reads a pattern; empty if it is not understood. */
    static Optional<Sampler> of(String pattern) {
        try {
            PatternSampler parser = new PatternSampler(pattern);
            Part part = parser.alternatives();
            if (parser.position < pattern.length()) {
                return Optional.empty();
            }
            return Optional.of((random, extra) -> {
                StringBuilder out = new StringBuilder();
                part.write(out, new Draw(random, extra, new HashMap<>()));
                return out.toString();
            });
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Makes strings. */
    interface Sampler {
        /** Returns a string in which what may be repeated is repeated up to {@code extra} times more than it has to. */
        String sample(RandomGenerator random, int extra);
    }

    private record Draw(RandomGenerator random, int extra, Map<String, String> captured) {}

    private interface Part {
        void write(StringBuilder out, Draw draw);
    }

    private Part alternatives() {
        List<Part> options = new ArrayList<>();
        options.add(sequence());
        while (position < pattern.length() && pattern.charAt(position) == '|') {
            position++;
            options.add(sequence());
        }
        return options.size() == 1
                ? options.get(0)
                : (out, draw) -> options.get(
                                draw.extra() == 0 ? 0 : draw.random().nextInt(options.size()))
                        .write(out, draw);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (position < pattern.length() && pattern.charAt(position) != '|' && pattern.charAt(position) != ')') {
            parts.add(quantified(atom()));
        }
        return (out, draw) -> parts.forEach(part -> part.write(out, draw));
    }

    private Part quantified(Part part) {
        if (position >= pattern.length()) {
            return part;
        }
        int least;
        int most;
        char sign = pattern.charAt(position);
        if (sign == '*' || sign == '+' || sign == '?') {
            position++;
            least = sign == '+' ? 1 : 0;
            most = sign == '?' ? 1 : Integer.MAX_VALUE;
        } else if (sign == '{' && pattern.substring(position).matches("(?s)\\{\\d{1,9}(,\\d{0,9})?}.*")) {
            int end = pattern.indexOf('}', position);
            String[] bounds = pattern.substring(position + 1, end).split(",", -1);
            position = end + 1;
            least = Integer.parseInt(bounds[0]);
            most = bounds.length == 1 ? least : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
        } else {
            return part;
        }
        if (position < pattern.length() && pattern.charAt(position) == '?') {
            position++;
        }
        return (out, draw) -> {
            int more = Math.min(draw.extra(), most - least);
            int times = least + (more <= 0 ? 0 : draw.random().nextInt(more + 1));
            for (int i = 0; i < times && out.length() < LONGEST; i++) {
                part.write(out, draw);
            }
        };
    }

    private Part atom() {
        char c = pattern.charAt(position++);
        return switch (c) {
            case '^', '$' -> (out, draw) -> {};
            case '.' -> set(without(ALL, LINE_ENDS));
            case '(' -> group();
            case '[' -> set(characters());
            case '\\' -> escape();
            case '*', '+', '?', ')' -> throw new IllegalArgumentException("nothing to repeat");
            default -> literal(c);
        };
    }

    private static Part literal(int c) {
        return (out, draw) -> out.appendCodePoint(c);
    }

    private Part group() {
        String name = "";
        boolean silent = false;
        if (pattern.startsWith("?:", position)) {
            position += 2;
        } else if (pattern.startsWith("?=", position) || pattern.startsWith("?!", position)) {
            position += 2;
            silent = true;
        } else if (pattern.startsWith("?<=", position) || pattern.startsWith("?<!", position)) {
            position += 3;
            silent = true;
        } else if (pattern.startsWith("?<", position)) {
            int end = pattern.indexOf('>', position);
            name = pattern.substring(position + 2, end);
            position = end + 1;
            groupNames.add(name);
            groups++;
        } else if (pattern.startsWith("?", position)) {
            throw new IllegalArgumentException("not of ECMA-262");
        } else {
            groups++;
        }
        String number = Integer.toString(groups);
        String named = name;
        Part inside = alternatives();
        if (pattern.charAt(position++) != ')') {
            throw new IllegalArgumentException("group without end");
        }
        if (silent) {
            return (out, draw) -> {};
        }
        return (out, draw) -> {
            int start = out.length();
            inside.write(out, draw);
            draw.captured().put(number, out.substring(start));
            draw.captured().put(named, out.substring(start));
        };
    }

    private Part escape() {
        char c = pattern.charAt(position);
        if (c == 'b' || c == 'B') {
            position++;
            return (out, draw) -> {};
        }
        if (c >= '1' && c <= '9') {
            position++;
            return (out, draw) -> out.append(draw.captured().getOrDefault(String.valueOf(c), ""));
        }
        if (c == 'k' && !groupNames.isEmpty()) {
            int end = pattern.indexOf('>', position);
            String name = pattern.substring(position + 2, end);
            position = end + 1;
            return (out, draw) -> out.append(draw.captured().getOrDefault(name, ""));
        }
        Optional<BitSet> named = classEscape();
        return named.isPresent() ? set(named.get()) : literal(character());
    }

    /** Reads what stands behind a backslash, if it names several characters. */
    private Optional<BitSet> classEscape() {
        char c = pattern.charAt(position);
        BitSet named = switch (c) {
            case 'd' -> DIGITS;
            case 'D' -> without(ALL, DIGITS);
            case 'w' -> WORDS;
            case 'W' -> without(ALL, WORDS);
            case 's' -> SPACES;
            case 'S' -> without(ALL, SPACES);
            case 'p', 'P' -> null;
            default -> new BitSet();
        };
        if (named != null) {
            if (!named.isEmpty()) {
                position++;
            }
            return named.isEmpty() ? Optional.empty() : Optional.of(named);
        }
        int end = pattern.indexOf('}', position);
        if (end < 0 || pattern.charAt(position + 1) != '{') {
            return Optional.empty();
        }
        String property = pattern.substring(position + 2, end);
        position = end + 1;
        String name = property.replaceFirst("^(Script|sc)=", "Is").replaceFirst("^(General_Category|gc)=", "");
        try {
            Pattern java = Pattern.compile("\\p{" + name.replace("Letter", "L").replace("Number", "N") + "}");
            BitSet found = new BitSet();
            for (int i = 0; i <= 0xFFFF; i++) {
                if (java.matcher(String.valueOf((char) i)).matches()) {
                    found.set(i);
                }
            }
            return Optional.of(c == 'p' ? found : without(ALL, found));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Reads what stands behind a backslash as one character. */
    private int character() {
        char c = pattern.charAt(position++);
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case '0' -> 0;
            case 'c' -> pattern.charAt(position++) % 32;
            case 'x' -> hex(2);
            case 'u' -> {
                if (pattern.charAt(position) == '{') {
                    int end = pattern.indexOf('}', position);
                    int code = Integer.parseInt(pattern.substring(position + 1, end), 16);
                    position = end + 1;
                    yield code;
                }
                yield hex(4);
            }
            default -> c;
        };
    }

    private int hex(int digits) {
        int code = Integer.parseInt(pattern.substring(position, position + digits), 16);
        position += digits;
        return code;
    }

    private BitSet characters() {
        boolean negated = pattern.charAt(position) == '^';
        if (negated) {
            position++;
        }
        BitSet found = new BitSet();
        while (pattern.charAt(position) != ']') {
            Optional<BitSet> several = Optional.empty();
            int first = 0;
            if (pattern.charAt(position) == '\\') {
                position++;
                several = classEscape();
                if (several.isEmpty()) {
                    first = pattern.charAt(position) == 'b' ? '\b' : 0;
                    int escaped = character();
                    first = first == 0 ? escaped : first;
                }
            } else {
                first = pattern.codePointAt(position);
                position += Character.charCount(first);
            }
            if (several.isPresent()) {
                found.or(several.get());
                continue;
            }
            int last = first;
            boolean range = pattern.charAt(position) == '-' && pattern.charAt(position + 1) != ']';
            if (range && !pattern.substring(position + 1).matches("(?s)\\\\[dDwWsSpP].*")) {
                position++;
                if (pattern.charAt(position) == '\\') {
                    position++;
                    last = character();
                } else {
                    last = pattern.codePointAt(position);
                    position += Character.charCount(last);
                }
            }
            if (last < first) {
                throw new IllegalArgumentException("range out of order");
            }
            found.set(first, last + 1);
        }
        position++;
        return negated ? without(ALL, found) : found;
    }

    /** A character of the set: mostly one that can be read, for the eyes of whoever sees the document fail. */
    private static Part set(BitSet characters) {
        BitSet all = without(characters, range(0xD800, 0xDFFF));
        BitSet plain = (BitSet) all.clone();
        plain.and(range(' ', '~'));
        BitSet words = (BitSet) plain.clone();
        words.and(WORDS);
        return (out, draw) -> {
            int die = draw.random().nextInt(10);
            boolean word = !words.isEmpty() && die < 7;
            BitSet from = word ? words : !plain.isEmpty() && die < 9 ? plain : all;
            if (from.isEmpty()) {
                return;
            }
            if (word && draw.extra() == 0) {
                out.appendCodePoint(words.get('a') ? 'a' : words.nextSetBit(0));
                return;
            }
            // Down from a random place: several times faster than counting to the n-th.
            int found = from.previousSetBit(draw.random().nextInt(from.length()));
            out.appendCodePoint(found < 0 ? from.nextSetBit(0) : found);
        };
    }

    private static BitSet range(int first, int last) {
        BitSet set = new BitSet();
        set.set(first, last + 1);
        return set;
    }

    private static BitSet union(BitSet... sets) {
        BitSet all = new BitSet();
        for (BitSet set : sets) {
            all.or(set);
        }
        return all;
    }

    private static BitSet without(BitSet set, BitSet other) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(other);
        return rest;
    }
}
