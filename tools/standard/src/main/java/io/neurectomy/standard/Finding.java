package io.neurectomy.standard;

import java.util.Comparator;

/**
 * One place where the repository departs from the standard; ordered by place, rule and message.
 *
 * @param rule id of the rule
 * @param severity what it means for the verdict
 * @param place where it is
 * @param message what is wrong, one sentence without a period at its end
 * @param remedy what to do, one sentence or two with their periods
 */
public record Finding(String rule, Severity severity, Place place, String message, String remedy)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message)
            .thenComparing(Finding::remedy)
            .thenComparing(Finding::severity);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the finding as it is printed everywhere.
     *
     * @return {@code [rule-id] where: what is wrong. What to do.}
     */
    @Override
    public String toString() {
        return "[" + rule + "] " + place + ": " + message + ". " + remedy;
    }
}
