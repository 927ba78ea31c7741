package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import io.neurectomy.codegen.pattern.Regex;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts that a pattern matches, and some near to it that it may not match. Looks ahead are not obeyed: the caller checks. */
final class PatternSamples {

    private static final int LONGEST = 500;

    private final int variant;
    private final StringBuilder text = new StringBuilder();

    private PatternSamples(int variant) {
        this.variant = variant;
    }

    static Set<String> of(String pattern) {
        Set<String> samples = new LinkedHashSet<>();
        Regex root;
        try {
            root = EcmaPattern.parse(pattern).root();
        } catch (InvalidPatternException e) {
            return samples;
        }
        for (int variant = 0; variant < 6; variant++) {
            PatternSamples sample = new PatternSamples(variant);
            sample.add(root);
            samples.add(sample.text.toString());
        }
        for (String sample : List.copyOf(samples)) {
            samples.addAll(List.of("x" + sample, sample + "x", sample + sample));
        }
        return samples;
    }

    private void add(Regex regex) {
        if (text.length() > LONGEST) {
            return;
        }
        if (regex instanceof Regex.Literal literal) {
            text.appendCodePoint(literal.codePoint());
        } else if (regex instanceof Regex.Dot) {
            text.append((char) ('a' + variant));
        } else if (regex instanceof Regex.CharacterClass set) {
            set.set().ifPresent(characters -> add(characters.ranges()));
        } else if (regex instanceof Regex.Sequence sequence) {
            sequence.parts().forEach(this::add);
        } else if (regex instanceof Regex.Choice choice) {
            add(choice.options().get(variant % choice.options().size()));
        } else if (regex instanceof Regex.Group group) {
            add(group.body());
        } else if (regex instanceof Regex.Repeat repeat) {
            int most = Math.min(repeat.max().orElse(LONGEST), repeat.min() + variant % 3);
            for (int i = 0; i < most && text.length() <= LONGEST; i++) {
                add(repeat.body());
            }
        }
    }

    private void add(List<Regex.Range> ranges) {
        List<Regex.Range> printable =
                ranges.stream().filter(range -> range.to() > ' ').toList();
        if (!printable.isEmpty()) {
            Regex.Range range = printable.get(variant % printable.size());
            int first = Math.max(range.from(), ' ' + 1);
            text.appendCodePoint(Math.min(range.to(), first + variant));
        } else if (!ranges.isEmpty()) {
            text.appendCodePoint(ranges.get(0).from());
        }
    }
}
