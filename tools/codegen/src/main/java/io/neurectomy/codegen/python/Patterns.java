package io.neurectomy.codegen.python;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import io.neurectomy.codegen.python.Support.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says patterns in the syntax of pydantic's matcher, which is linear but knows no look-around, and in that of {@code re}. */
final class Patterns {

    private static final long GREATEST_SIZE = 20_000;
    private static final long WIDE_CLASS = 200;

    private record Translated(Optional<String> rust, Optional<String> python, boolean catastrophic) {}

    private final Support support;
    private final Map<String, Translated> translated = new HashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Map<Location, Finding> findings = new LinkedHashMap<>();

    Patterns(Support support) {
        this.support = support;
    }

    /** What a string is annotated with: at most one argument of {@code Field}, else validators. */
    record Annotations(Optional<String> argument, List<String> validators) {}

    /** Returns the annotations that make a string match all patterns. */
    Annotations annotations(List<String> regexes, Location location) {
        Optional<String> argument = Optional.empty();
        List<String> validators = new ArrayList<>();
        for (String regex : regexes) {
            Translated pattern = translate(regex);
            Optional<String> rust = pattern.rust().filter(Patterns::isSmall);
            if (rust.isPresent() && argument.isEmpty()) {
                argument = Optional.of("pattern=" + Literals.pattern(rust.get()));
            } else if (slow(pattern, location).isPresent()) {
                validators.add(support.use(Part.MATCHING) + "("
                        + Literals.pattern(pattern.python().get()) + ")");
            }
        }
        return new Annotations(argument, validators);
    }

    /** Returns the name of a compiled pattern; empty if Python can't say it. */
    Optional<String> constant(String regex, Location location) {
        return slow(translate(regex), location)
                .map(python -> constants.computeIfAbsent(python, text -> {
                    support.importing("re");
                    return "_PATTERN_" + (constants.size() + 1);
                }));
    }

    /** Returns the definitions of the compiled patterns. */
    String text() {
        StringBuilder out = new StringBuilder();
        constants.forEach(
                (text, name) -> out.append(Layout.statement(name + " = re.compile(" + Literals.pattern(text) + ")", 0))
                        .append('\n'));
        return out.toString();
    }

    /** Returns what is not checked, or may take long. */
    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    private Optional<String> slow(Translated pattern, Location location) {
        if (pattern.python().isEmpty()) {
            findings.put(
                    location,
                    new Finding(
                            "undecidable-pattern",
                            Finding.Severity.WARNING,
                            location,
                            "Python can't say the 'pattern' of this schema, so it is not checked. Write it without"
                                    + " look-behind of variable length and without Unicode properties."));
        } else if (pattern.catastrophic()) {
            findings.putIfAbsent(
                    location,
                    new Finding(
                            "slow-pattern",
                            Finding.Severity.WARNING,
                            location,
                            "Python's matcher can take time exponential in the length of a text for the 'pattern' of"
                                    + " this schema. Write it so that no part of a text can be read in two ways."));
        }
        return pattern.python();
    }

    /** Counted repetitions multiply, and the matcher refuses to compile what grows beyond some megabytes. */
    private static boolean isSmall(String rust) {
        Deque<Long> groups = new ArrayDeque<>();
        long size = 0;
        long last = 0;
        for (int i = 0; i < rust.length(); i++) {
            char c = rust.charAt(i);
            if (c == '(') {
                groups.push(size);
                size = 0;
                last = 0;
            } else if (c == ')' && !groups.isEmpty()) {
                last = size;
                size += groups.pop();
            } else if (c == '{') {
                int end = rust.indexOf('}', i);
                long count = greatest(rust.substring(i + 1, end));
                if (count > GREATEST_SIZE) {
                    return false;
                }
                size += last * Math.max(0, count - 1);
                i = end;
            } else {
                int end = endOfAtom(rust, i);
                boolean ascii = end - i < 40 && rust.substring(i, end).chars().allMatch(one -> one < 128 && one != '{');
                last = ascii && c != '.' ? 1 : WIDE_CLASS;
                size += last;
                i = end - 1;
            }
            if (size > GREATEST_SIZE) {
                return false;
            }
        }
        return true;
    }

    private static long greatest(String count) {
        String last = count.substring(count.lastIndexOf(',') + 1);
        String digits = last.isEmpty() ? count.substring(0, count.length() - 1) : last;
        return digits.length() > 6 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static int endOfAtom(String rust, int start) {
        char c = rust.charAt(start);
        if (c == '\\' && start + 1 < rust.length()) {
            boolean braces = start + 2 < rust.length() && rust.charAt(start + 2) == '{';
            return braces ? rust.indexOf('}', start) + 1 : start + 2;
        }
        if (c != '[') {
            return start + 1;
        }
        int depth = 0;
        for (int i = start; i < rust.length(); i++) {
            switch (rust.charAt(i)) {
                case '\\' -> i++;
                case '[' -> depth++;
                case ']' -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return rust.length();
    }

    private Translated translate(String regex) {
        return translated.computeIfAbsent(regex, Patterns::parse);
    }

    private static Translated parse(String regex) {
        try {
            EcmaPattern pattern = EcmaPattern.parse(regex);
            return new Translated(pattern.toRust(), pattern.toPython(), pattern.isCatastrophic());
        } catch (InvalidPatternException invalid) {
            return new Translated(Optional.empty(), Optional.empty(), false);
        }
    }
}
