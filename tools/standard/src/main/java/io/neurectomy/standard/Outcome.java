package io.neurectomy.standard;

import java.util.List;

/**
 * What one rule made of a repository.
 *
 * @param rule the rule
 * @param places how many places the rule judged; 0 if it does not apply or could know nothing
 * @param findings where the repository departs from the rule, sorted
 * @param unknowns what the rule could not judge, sorted
 */
public record Outcome(Rule rule, int places, List<Finding> findings, List<Unknown> unknowns) {
    /**
     * Sorts the lists, drops duplicates, and counts at least one place for each finding.
     *
     * @param rule the rule
     * @param places how many places it judged
     * @param findings in any order
     * @param unknowns in any order
     */
    public Outcome {
        findings = findings.stream().sorted().distinct().toList();
        unknowns = unknowns.stream().sorted().distinct().toList();
        places = Math.max(places, findings.size());
    }

    /**
     * Applies a rule to a repository.
     *
     * @param rule the rule
     * @param repository the repository
     * @return what it made of it; the same input gives the same outcome
     */
    public static Outcome of(Rule rule, Repository repository) {
        return new Outcome(rule, rule.places(repository), rule.check(repository), rule.unknown(repository));
    }
}
