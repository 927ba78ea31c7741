package io.neurectomy.codegen.model;

import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.SchemaGraph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the types of numbers and strings: the narrowest of all bounds. */
final class Scalars {

    private Scalars() {}

    static Type number(List<Stated> stated, boolean integer) {
        Optional<Assertion.Minimum> min = Optional.empty();
        Optional<Assertion.Maximum> max = Optional.empty();
        Set<BigDecimal> divisors = new LinkedHashSet<>();
        for (Stated one : stated) {
            if (one.assertion() instanceof Assertion.Minimum bound) {
                min = Optional.of(min.filter(other -> tighter(other, bound)).orElse(bound));
            } else if (one.assertion() instanceof Assertion.Maximum bound) {
                max = Optional.of(max.filter(other -> tighter(other, bound)).orElse(bound));
            } else if (one.assertion() instanceof Assertion.MultipleOf multiple) {
                divisors.add(multiple.divisor());
            }
        }
        Type.Range range = new Type.Range(
                min.map(Assertion.Minimum::bound),
                min.map(Assertion.Minimum::exclusive).orElse(false),
                max.map(Assertion.Maximum::bound),
                max.map(Assertion.Maximum::exclusive).orElse(false),
                divisors);
        return integer ? new Type.Int(range) : new Type.Num(range);
    }

    private static boolean tighter(Assertion.Minimum one, Assertion.Minimum other) {
        int compared = one.bound().compareTo(other.bound());
        return compared > 0 || (compared == 0 && one.exclusive());
    }

    private static boolean tighter(Assertion.Maximum one, Assertion.Maximum other) {
        int compared = one.bound().compareTo(other.bound());
        return compared < 0 || (compared == 0 && one.exclusive());
    }

    static Type text(Conjunction conjunction, SchemaGraph graph) {
        long min = 0;
        Optional<Long> max = Optional.empty();
        List<String> patterns = new ArrayList<>();
        for (Stated one : conjunction.stated(graph)) {
            if (one.assertion() instanceof Assertion.MinLength bound) {
                min = Math.max(min, bound.length());
            } else if (one.assertion() instanceof Assertion.MaxLength bound) {
                max = Optional.of(Math.min(max.orElse(Long.MAX_VALUE), bound.length()));
            } else if (one.assertion() instanceof Assertion.Pattern pattern && !patterns.contains(pattern.regex())) {
                patterns.add(pattern.regex());
            }
        }
        Optional<String> format = conjunction.schemas().stream()
                .flatMap(id -> graph.schema(id).annotations().format().stream())
                .findFirst();
        return new Type.Text(min, max, patterns, format);
    }
}
