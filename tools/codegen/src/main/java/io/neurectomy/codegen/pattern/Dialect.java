package io.neurectomy.codegen.pattern;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a tree in the syntax of one engine; what an engine reads differently, its subclass overrides. */
abstract class Dialect {

    private static final String SYNTAX = "^$\\.*+?()[]{}|";

    /** Groups that have captured something whenever the part being written is reached. */
    private final Set<Integer> captured = new HashSet<>();

    /** How many lookbehinds stand around the part being written: ECMA-262 matches backwards there. */
    private int behind;

    /** Thrown where the engine has no way to say it; the control flow of one call of {@link #write}. */
    static final class Unsayable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsayable() {
            super("", null, false, false);
        }
    }

    final Optional<String> write(Regex root) {
        try {
            return Optional.of(text(root));
        } catch (Unsayable unsayable) {
            return Optional.empty();
        }
    }

    /** Writes a choice without parentheses, everything else so that it can stand in a sequence. */
    final String text(Regex regex) {
        StringBuilder out = new StringBuilder();
        if (regex instanceof Regex.Choice choice) {
            String separator = "";
            Set<Integer> before = Set.copyOf(captured);
            for (Regex option : choice.options()) {
                out.append(separator).append(text(option));
                separator = "|";
                captured.retainAll(before);
            }
        } else if (regex instanceof Regex.Sequence sequence) {
            for (Regex part : sequence.parts()) {
                out.append(part instanceof Regex.Choice ? "(?:" + text(part) + ")" : text(part));
            }
        } else if (regex instanceof Regex.Repeat repeat) {
            out.append(repeat(repeat));
        } else if (regex instanceof Regex.Group group) {
            out.append('(').append(text(group.body())).append(')');
            captured.add(group.number());
        } else if (regex instanceof Regex.Literal literal) {
            out.append(SYNTAX.indexOf(literal.codePoint()) >= 0 ? "\\" : "").append(character(literal.codePoint()));
        } else if (regex instanceof Regex.CharacterClass set) {
            out.append(characterClass(set));
        } else if (regex instanceof Regex.Dot) {
            out.append(
                    characterClass(new Regex.CharacterClass(true, List.copyOf(CharacterSet.LINE_TERMINATOR.ranges()))));
        } else if (regex instanceof Regex.Start) {
            out.append('^');
        } else if (regex instanceof Regex.End) {
            out.append(end());
        } else if (regex instanceof Regex.WordBoundary boundary) {
            out.append(wordBoundary(boundary.negated()));
        } else if (regex instanceof Regex.Look look) {
            Set<Integer> before = Set.copyOf(captured);
            behind += look.ahead() ? 0 : 1;
            out.append(look(look));
            behind -= look.ahead() ? 0 : 1;
            if (look.negated()) {
                captured.retainAll(before);
            }
        } else if (regex instanceof Regex.BackReference reference) {
            out.append(backReference(reference.number(), behind == 0 && captured.contains(reference.number())));
        }
        return out.toString();
    }

    private String repeat(Regex.Repeat repeat) {
        Set<Integer> before = Set.copyOf(captured);
        Regex body = repeat.body();
        boolean whole = body instanceof Regex.Literal
                || body instanceof Regex.Dot
                || body instanceof Regex.CharacterClass
                || body instanceof Regex.Group;
        String text = whole ? text(body) : "(?:" + text(body) + ")";
        if (repeat.min() == 0) {
            captured.retainAll(before);
        }
        int min = repeat.min();
        String quantifier;
        if (repeat.max().isEmpty()) {
            quantifier = min == 0 ? "*" : min == 1 ? "+" : "{" + min + ",}";
        } else {
            int max = repeat.max().getAsInt();
            quantifier = min == 0 && max == 1 ? "?" : min == max ? "{" + min + "}" : "{" + min + "," + max + "}";
        }
        return text + quantifier + (repeat.greedy() ? "" : "?");
    }

    private String characterClass(Regex.CharacterClass set) {
        if (set.items().isEmpty()) {
            return set.negated() ? everything() : nothing();
        }
        if (set.items().size() == 1) {
            Regex.Item item = set.items().get(0);
            Optional<String> name = bare(item);
            if (name.isPresent() && !set.negated()) {
                return name.get();
            }
            // [^0-9] reads better than the ranges of \D.
            if (item instanceof Regex.Shorthand shorthand && shorthand.negated() && name.isEmpty()) {
                return bracketed(!set.negated(), List.of(new Regex.Shorthand(shorthand.kind(), false)));
            }
            if (item instanceof Regex.Property property && property.negated() && name.isEmpty()) {
                return bracketed(!set.negated(), List.of(new Regex.Property(property.name(), property.value(), false)));
            }
        }
        return bracketed(set.negated(), set.items());
    }

    private String bracketed(boolean negated, List<Regex.Item> items) {
        StringBuilder out = new StringBuilder();
        for (Regex.Item item : items) {
            Optional<String> name = bare(item);
            if (name.isPresent()) {
                out.append(name.get());
                continue;
            }
            if (item instanceof Regex.Range range) {
                out.append(ranges(CharacterSet.range(range.from(), range.to())));
            } else {
                out.append(ranges(item.set().orElseThrow(Unsayable::new)));
            }
        }
        if (out.length() == 0) {
            return negated ? everything() : nothing();
        }
        return "[" + (negated ? "^" : "") + out + "]";
    }

    private String ranges(CharacterSet set) {
        StringBuilder out = new StringBuilder();
        for (Regex.Range range : characters(set).ranges()) {
            out.append(classCharacter(range.from()));
            if (range.to() > range.from()) {
                out.append(range.to() > range.from() + 1 ? "-" : "").append(classCharacter(range.to()));
            }
        }
        return out.toString();
    }

    private String classCharacter(int codePoint) {
        return classSyntax().indexOf(codePoint) >= 0 ? "\\" + Character.toString(codePoint) : character(codePoint);
    }

    /** Letters, digits, marks, punctuation and symbols stand for themselves; the rest would not be seen. */
    private String character(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\f' -> "\\f";
            case ' ' -> " ";
            default -> isVisible(codePoint) ? Character.toString(codePoint) : escaped(codePoint);
        };
    }

    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> true;
        };
    }

    /** A class that the engine knows by a name with the same meaning, in and out of brackets. */
    Optional<String> bare(Regex.Item item) {
        return Optional.empty();
    }

    /** What the engine can say of a set. */
    CharacterSet characters(CharacterSet set) {
        return set;
    }

    /** The characters that need a backslash between brackets. */
    abstract String classSyntax();

    abstract String escaped(int codePoint);

    String everything() {
        return "(?s:.)";
    }

    String nothing() {
        return "(?!)";
    }

    abstract String end();

    abstract String wordBoundary(boolean negated);

    String look(Regex.Look look) {
        return "(?" + (look.ahead() ? "" : "<") + (look.negated() ? "!" : "=") + text(look.body()) + ")";
    }

    /**
     * Writes a reference. A group that has captured nothing matches the empty text in ECMA-262 and nothing elsewhere, so it
     * is said only where that makes no difference.
     */
    String backReference(int number, boolean certain) {
        if (!certain || number > 99) {
            throw new Unsayable();
        }
        return "(?:\\" + number + ")";
    }
}
