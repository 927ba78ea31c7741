package io.neurectomy.standard;

import java.util.Comparator;

/**
 * Something that a rule would have to know and can't; it is neither a finding nor a proof of conformance.
 *
 * @param rule id of the rule
 * @param place what could not be judged
 * @param why the reason, one sentence without a period at its end
 */
public record Unknown(String rule, Place place, String why) implements Comparable<Unknown> {
    private static final Comparator<Unknown> ORDER =
            Comparator.comparing(Unknown::place).thenComparing(Unknown::rule).thenComparing(Unknown::why);

    @Override
    public int compareTo(Unknown other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the gap as it is printed.
     *
     * @return {@code [rule-id] where: not known: why.}
     */
    @Override
    public String toString() {
        return "[" + rule + "] " + place + ": not known: " + why + ".";
    }
}
