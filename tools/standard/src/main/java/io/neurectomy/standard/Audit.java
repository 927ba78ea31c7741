package io.neurectomy.standard;

import java.util.List;

/**
 * The outcome of checking a repository.
 *
 * @param findings where it departs from the standard, sorted
 * @param unknowns what could not be judged, sorted
 */
public record Audit(List<Finding> findings, List<Unknown> unknowns) {
    /**
     * Sorts the lists and drops duplicates.
     *
     * @param findings in any order
     * @param unknowns in any order
     */
    public Audit {
        findings = findings.stream().sorted().distinct().toList();
        unknowns = unknowns.stream().sorted().distinct().toList();
    }

    /**
     * Checks a repository.
     *
     * @param repository the repository
     * @param rules the rules to check it by
     * @return the outcome; the same input gives the same outcome
     */
    public static Audit of(Repository repository, List<Rule> rules) {
        return new Audit(
                rules.stream().flatMap(r -> r.check(repository).stream()).toList(),
                rules.stream().flatMap(r -> r.unknown(repository).stream()).toList());
    }

    /**
     * Tells whether the repository conforms to the standard.
     *
     * @return true if no finding is an error
     */
    public boolean conforms() {
        return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
