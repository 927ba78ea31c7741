package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.pattern.CharacterSet;
import io.neurectomy.codegen.pattern.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a regular expression that the crate regex can't do as a tree for the matcher of the support. */
final class PatternTree {

    private static final CharacterSet NOT_THE_DOT = new CharacterSet(
            List.of(new Regex.Range('\n', '\n'), new Regex.Range('\r', '\r'), new Regex.Range(0x2028, 0x2029)));

    private PatternTree() {}

    /** Returns the expression that makes the tree; empty if it names a property of Unicode that is not known here. */
    static Optional<String> of(Regex regex) {
        if (regex instanceof Regex.Empty) {
            return Optional.of("Node::All(vec![])");
        } else if (regex instanceof Regex.Literal literal) {
            return Optional.of(
                    "Node::Set(vec![" + range(new Regex.Range(literal.codePoint(), literal.codePoint())) + "])");
        } else if (regex instanceof Regex.Dot) {
            return Optional.of(set(NOT_THE_DOT.complement()));
        } else if (regex instanceof Regex.CharacterClass some) {
            return some.set().map(PatternTree::set);
        } else if (regex instanceof Regex.Sequence sequence) {
            return all(sequence.parts()).map(parts -> "Node::All(vec![" + parts + "])");
        } else if (regex instanceof Regex.Choice choice) {
            return all(choice.options()).map(options -> "Node::Any(vec![" + options + "])");
        } else if (regex instanceof Regex.Repeat repeat) {
            String max =
                    repeat.max().isPresent() ? Integer.toString(repeat.max().getAsInt()) : "usize::MAX";
            return boxed(repeat.body())
                    .map(body ->
                            "Node::Repeat(" + body + ", " + repeat.min() + ", " + max + ", " + repeat.greedy() + ")");
        } else if (regex instanceof Regex.Group group) {
            return boxed(group.body()).map(body -> "Node::Group(" + group.number() + ", " + body + ")");
        } else if (regex instanceof Regex.Start) {
            return Optional.of("Node::Start");
        } else if (regex instanceof Regex.End) {
            return Optional.of("Node::End");
        } else if (regex instanceof Regex.WordBoundary boundary) {
            return Optional.of("Node::Boundary(" + !boundary.negated() + ")");
        } else if (regex instanceof Regex.Look look) {
            return boxed(look.body())
                    .map(body -> "Node::Look(" + look.ahead() + ", " + !look.negated() + ", " + body + ")");
        } else if (regex instanceof Regex.BackReference back) {
            return Optional.of("Node::Back(" + back.number() + ")");
        }
        throw new IllegalStateException("no such part of a pattern");
    }

    private static Optional<String> boxed(Regex body) {
        return of(body).map(node -> "Box::new(" + node + ")");
    }

    private static Optional<String> all(List<Regex> parts) {
        List<String> nodes = new ArrayList<>();
        for (Regex part : parts) {
            Optional<String> node = of(part);
            if (node.isEmpty()) {
                return Optional.empty();
            }
            nodes.add(node.get());
        }
        return Optional.of(String.join(", ", nodes));
    }

    private static String set(CharacterSet set) {
        return set.ranges().stream().map(PatternTree::range).collect(Collectors.joining(", ", "Node::Set(vec![", "])"));
    }

    private static String range(Regex.Range range) {
        return String.format(Locale.ROOT, "(0x%x, 0x%x)", range.from(), range.to());
    }
}
