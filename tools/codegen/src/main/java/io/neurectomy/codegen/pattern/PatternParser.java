package io.neurectomy.codegen.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the grammar of ECMA-262 with the {@code u} flag, and where that forbids a text, the grammar of annex B: both are
 * needed, because authors escape {@code -} or {@code @} without need. What only other dialects know, and cannot be meant
 * otherwise, is read as it is meant there and noted.
 */
final class PatternParser {

    /** Deeper groups would overflow the stack of this parser, and of every matcher that is written for them. */
    private static final int DEEPEST = 200;

    private static final Pattern QUANTIFIER = Pattern.compile("\\{([0-9]+)(,([0-9]*))?\\}");
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}$\u200c\u200d]*");

    private final String source;
    private final int groups;
    private final Map<String, Integer> names = new HashMap<>();
    private int at;
    private int opened;
    private int depth;
    private boolean ignoreCase;
    private boolean unicode = true;
    private Optional<String> foreign = Optional.empty();

    PatternParser(String source) {
        this.source = source;
        this.groups = countGroups();
    }

    Regex parse() throws InvalidPatternException {
        if (source.startsWith("(?i)")) {
            at = "(?i)".length();
            ignoreCase = true;
            foreign("'(?i)'");
        }
        Regex regex = choice();
        if (at < source.length()) {
            throw invalid("')' closes nothing");
        }
        return regex;
    }

    /** Whether the text is valid as it stands with the {@code u} flag. */
    boolean unicode() {
        return unicode;
    }

    /** What is in the text that is not ECMA-262, in any of its grammars. */
    Optional<String> foreign() {
        return foreign;
    }

    private Regex choice() throws InvalidPatternException {
        if (++depth > DEEPEST) {
            throw invalid("groups are nested deeper than " + DEEPEST);
        }
        List<Regex> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (accept("|"));
        depth--;
        return options.size() == 1 ? options.get(0) : new Regex.Choice(options);
    }

    private Regex sequence() throws InvalidPatternException {
        List<Regex> parts = new ArrayList<>();
        while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            parts.add(quantified());
        }
        return parts.isEmpty() ? new Regex.Empty() : parts.size() == 1 ? parts.get(0) : new Regex.Sequence(parts);
    }

    private Regex quantified() throws InvalidPatternException {
        int start = at;
        Regex atom = atom();
        int quantifier = at;
        int min;
        OptionalInt max;
        if (accept("*")) {
            min = 0;
            max = OptionalInt.empty();
        } else if (accept("+")) {
            min = 1;
            max = OptionalInt.empty();
        } else if (accept("?")) {
            min = 0;
            max = OptionalInt.of(1);
        } else {
            Matcher braces = QUANTIFIER.matcher(source).region(at, source.length());
            if (!braces.lookingAt()) {
                return atom;
            }
            at = braces.end();
            min = count(braces.group(1)).orElse(Integer.MAX_VALUE);
            max = braces.group(2) == null
                    ? OptionalInt.of(min)
                    : braces.group(3).isEmpty() ? OptionalInt.empty() : count(braces.group(3));
            if (max.isPresent() && max.getAsInt() < min) {
                throw invalid("the quantifier's numbers are out of order", quantifier);
            }
        }
        boolean greedy = !accept("?");
        if (atom instanceof Regex.Look
                || atom instanceof Regex.Start
                || atom instanceof Regex.End
                || atom instanceof Regex.WordBoundary) {
            if (source.startsWith("(?=", start) || source.startsWith("(?!", start)) {
                unicode = false; // Annex B lets a lookahead be repeated.
            } else if (!source.startsWith("(?:", start)) {
                throw invalid("'" + source.substring(start, quantifier) + "' can't be repeated", quantifier);
            }
            // Once is as good as many times, and not at all as good as an option.
            return min == 0 ? new Regex.Empty() : atom;
        }
        return new Regex.Repeat(atom, min, max, greedy);
    }

    /** More than two thousand million times are no bound. */
    private static OptionalInt count(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(significant));
    }

    private Regex atom() throws InvalidPatternException {
        int start = at;
        int c = next();
        return switch (c) {
            case '^' -> new Regex.Start();
            case '$' -> new Regex.End();
            case '.' -> new Regex.Dot();
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '*', '+', '?' -> throw invalid("'" + (char) c + "' repeats nothing", start);
            case '{' -> {
                if (QUANTIFIER.matcher(source).region(start, source.length()).lookingAt()) {
                    throw invalid("the quantifier repeats nothing", start);
                }
                unicode = false;
                yield literal(c);
            }
            case ']', '}' -> {
                unicode = false;
                yield literal(c);
            }
            default -> literal(c);
        };
    }

    private Regex group() throws InvalidPatternException {
        int start = at - 1;
        boolean outer = ignoreCase;
        Regex group;
        if (accept("?:")) {
            group = choice();
        } else if (accept("?=")) {
            group = new Regex.Look(true, false, choice());
        } else if (accept("?!")) {
            group = new Regex.Look(true, true, choice());
        } else if (accept("?<=")) {
            group = new Regex.Look(false, false, choice());
        } else if (accept("?<!")) {
            group = new Regex.Look(false, true, choice());
        } else if (accept("?i:")) {
            unicode = false;
            ignoreCase = true;
            group = choice();
        } else if (accept("?P<") || accept("?<")) {
            if (source.charAt(at - 2) == 'P') {
                foreign("'(?P<'");
            }
            int number = ++opened;
            String name = groupName();
            if (names.putIfAbsent(name, number) != null) {
                throw invalid("two groups are named '" + name + "'", start);
            }
            group = new Regex.Group(number, Optional.of(name), choice());
        } else if (at < source.length() && source.charAt(at) == '?') {
            throw invalid("no group begins like this", start);
        } else {
            int number = ++opened;
            group = new Regex.Group(number, Optional.empty(), choice());
        }
        ignoreCase = outer;
        if (!accept(")")) {
            throw invalid("the group is not closed", start);
        }
        return group;
    }

    private String groupName() throws InvalidPatternException {
        int end = source.indexOf('>', at);
        String name = end < 0 ? "" : source.substring(at, end);
        if (!NAME.matcher(name).matches()) {
            throw invalid("this is no name of a group");
        }
        at = end + 1;
        return name;
    }

    private Regex escape() throws InvalidPatternException {
        int start = at - 1;
        if (at >= source.length()) {
            throw invalid("'\\' escapes nothing", start);
        }
        int c = source.charAt(at);
        if (c == 'b' || c == 'B') {
            at++;
            return new Regex.WordBoundary(c == 'B');
        }
        if (c >= '1' && c <= '9') {
            int end = at;
            while (end < source.length() && isDigit(source.charAt(end))) {
                end++;
            }
            int number = count(source.substring(at, end)).orElse(Integer.MAX_VALUE);
            if (number <= groups) {
                at = end;
                return backReference(number, start);
            }
            unicode = false;
            if (c <= '7') {
                return literal(octal());
            }
            return literal(next());
        }
        if (c == 'k' && (source.contains("(?<") || source.contains("(?P<"))) {
            at++;
            if (!accept("<")) {
                throw invalid("'\\k' names no group", start);
            }
            String name = groupName();
            Integer number = names.containsKey(name) ? names.get(name) : laterGroup(name);
            if (number == null) {
                throw invalid("no group is named '" + name + "'", start);
            }
            return backReference(number, start);
        }
        Regex.Item item = item(start, false);
        return item instanceof Regex.Range range
                ? literal(range.from())
                : new Regex.CharacterClass(false, List.of(item));
    }

    private Regex backReference(int number, int start) throws InvalidPatternException {
        if (ignoreCase) {
            throw invalid("a back-reference that ignores case is not supported", start);
        }
        return new Regex.BackReference(number);
    }

    /** A name may be used before its group. */
    private @Nullable Integer laterGroup(String name) {
        int number = opened;
        Matcher rest = Pattern.compile(
                        "\\\\.|\\[(?:\\\\.|[^\\]])*\\]|\\((?:\\?P?<(?![=!])([^>]*)>|(?!\\?))", Pattern.DOTALL)
                .matcher(source)
                .region(at, source.length());
        while (rest.find()) {
            if (rest.group().charAt(0) == '(') {
                number++;
                if (name.equals(rest.group(1))) {
                    return number;
                }
            }
        }
        return null;
    }

    private Regex characterClass() throws InvalidPatternException {
        int start = at - 1;
        boolean negated = accept("^");
        List<Regex.Item> items = new ArrayList<>();
        while (!accept("]")) {
            int itemStart = at;
            Regex.Item first = classItem(start);
            if (at + 1 >= source.length() || source.charAt(at) != '-' || source.charAt(at + 1) == ']') {
                items.add(first);
                continue;
            }
            at++;
            Regex.Item last = classItem(start);
            if (first instanceof Regex.Range from && last instanceof Regex.Range to) {
                if (to.from() < from.from()) {
                    throw invalid("the range is out of order", itemStart);
                }
                items.add(new Regex.Range(from.from(), to.from()));
            } else {
                // Annex B: one end is a class such as \w, so the hyphen stands for itself.
                unicode = false;
                items.addAll(List.of(first, new Regex.Range('-', '-'), last));
            }
        }
        if (ignoreCase) {
            items.addAll(otherCases(items));
        }
        return new Regex.CharacterClass(negated, items);
    }

    private Regex.Item classItem(int start) throws InvalidPatternException {
        if (at >= source.length()) {
            throw invalid("the character class is not closed", start);
        }
        int itemStart = at;
        int c = next();
        return c == '\\' ? item(itemStart, true) : new Regex.Range(c, c);
    }

    /** Reads what follows a backslash and means characters; a single one is a range of one. */
    private Regex.Item item(int start, boolean inClass) throws InvalidPatternException {
        if (at >= source.length()) {
            throw invalid("'\\' escapes nothing", start);
        }
        int c = next();
        return switch (c) {
            case 'd' -> new Regex.Shorthand(Regex.Shorthand.Kind.DIGIT, false);
            case 'D' -> new Regex.Shorthand(Regex.Shorthand.Kind.DIGIT, true);
            case 'w' -> new Regex.Shorthand(Regex.Shorthand.Kind.WORD, false);
            case 'W' -> new Regex.Shorthand(Regex.Shorthand.Kind.WORD, true);
            case 's' -> new Regex.Shorthand(Regex.Shorthand.Kind.SPACE, false);
            case 'S' -> new Regex.Shorthand(Regex.Shorthand.Kind.SPACE, true);
            case 'p', 'P' -> property(c == 'P', start);
            default -> {
                int character = character(c, inClass);
                yield new Regex.Range(character, character);
            }
        };
    }

    private Regex.Item property(boolean negated, int start) throws InvalidPatternException {
        int end = source.indexOf('}', at);
        if (at >= source.length() || source.charAt(at) != '{' || end < 0) {
            unicode = false;
            return new Regex.Range(source.charAt(at - 1), source.charAt(at - 1));
        }
        String text = source.substring(at + 1, end);
        Optional<Regex.Property> property = UnicodeProperty.parse(text, negated);
        if (property.isEmpty()) {
            throw invalid("ECMA-262 knows no Unicode property '" + text + "'", start);
        }
        at = end + 1;
        return property.get();
    }

    private int character(int c, boolean inClass) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0B;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case '-' -> {
                unicode &= inClass;
                yield c;
            }
            case 'c' -> control(inClass);
            case 'x' -> hex(2, c);
            case 'u' -> codePoint();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                if (c == '0' && (at + 1 >= source.length() || !isDigit(source.charAt(at + 1)))) {
                    at++;
                    yield 0;
                }
                unicode = false;
                yield octal();
            }
            default -> {
                unicode &= "^$\\.*+?()[]{}|/".indexOf(c) >= 0;
                yield c;
            }
        };
    }

    private int control(boolean inClass) {
        char letter = at < source.length() ? source.charAt(at) : 0;
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
            at++;
            return letter % 32;
        }
        unicode = false;
        if (inClass && (isDigit(letter) || letter == '_')) {
            at++;
            return letter % 32;
        }
        at--; // Annex B: the backslash stands for itself, and the c is still to come.
        return '\\';
    }

    private int codePoint() {
        if (at < source.length() && source.charAt(at) == '{') {
            int end = source.indexOf('}', at);
            String digits = end < 0 ? "" : source.substring(at + 1, end).replaceFirst("^0+(?=.)", "");
            if (digits.matches("[0-9A-Fa-f]{1,6}") && Integer.parseInt(digits, 16) <= Character.MAX_CODE_POINT) {
                at = end + 1;
                return Integer.parseInt(digits, 16);
            }
        }
        int high = hex(4, 'u');
        if (Character.isSurrogate((char) high)
                && source.startsWith("\\u", at)
                && Character.isHighSurrogate((char) high)) {
            int before = at;
            at += 2;
            int low = hex(4, -1);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) high, (char) low);
            }
            at = before;
        }
        return high;
    }

    /** Reads hexadecimal digits; where there are none, the letter before stands for itself. */
    private int hex(int digits, int otherwise) {
        if (at + digits <= source.length() && source.substring(at, at + digits).matches("[0-9A-Fa-f]+")) {
            at += digits;
            return Integer.parseInt(source.substring(at - digits, at), 16);
        }
        unicode &= otherwise < 0;
        return otherwise;
    }

    private int octal() {
        int value = 0;
        while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '7' && value * 8 <= 0xFF) {
            value = value * 8 + source.charAt(at++) - '0';
        }
        return value;
    }

    private Regex literal(int codePoint) {
        if (ignoreCase) {
            List<Regex.Item> items = new ArrayList<>(List.of(new Regex.Range(codePoint, codePoint)));
            items.addAll(otherCases(items));
            if (items.size() > 1) {
                return new Regex.CharacterClass(false, items);
            }
        }
        return new Regex.Literal(codePoint);
    }

    private static List<Regex.Item> otherCases(List<Regex.Item> items) {
        CharacterSet others = CharacterSet.EMPTY;
        List<Regex.Range> found = new ArrayList<>();
        for (Regex.Item item : items) {
            if (item instanceof Regex.Range range) {
                for (int c = range.from(); c <= range.to(); c++) {
                    for (int other : new int[] {Character.toLowerCase(c), Character.toUpperCase(c)}) {
                        if (other < range.from() || other > range.to()) {
                            found.add(new Regex.Range(other, other));
                        }
                    }
                }
            }
        }
        return List.copyOf(others.union(new CharacterSet(found)).ranges());
    }

    private int countGroups() {
        int count = 0;
        boolean inClass = false;
        for (int i = 0; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> {
                    boolean named = source.startsWith("?<", i + 1)
                            && !source.startsWith("?<=", i + 1)
                            && !source.startsWith("?<!", i + 1);
                    if (!inClass && (!source.startsWith("?", i + 1) || named || source.startsWith("?P<", i + 1))) {
                        count++;
                    }
                }
                default -> {
                    // Everything else is part of a group at most.
                }
            }
        }
        return count;
    }

    private void foreign(String what) {
        unicode = false;
        foreign = Optional.of(what + " is not ECMA-262");
    }

    private int next() {
        int c = source.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private boolean accept(String text) {
        if (source.startsWith(text, at)) {
            at += text.length();
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private InvalidPatternException invalid(String message) {
        return invalid(message, at);
    }

    private static InvalidPatternException invalid(String message, int index) {
        return new InvalidPatternException(message, index);
    }
}
