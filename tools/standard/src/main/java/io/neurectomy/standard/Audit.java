package io.neurectomy.standard;

import java.util.List;

/**
 * The outcome of checking a repository.
 *
 * @param outcomes what each rule made of it, in the order of the rules
 */
public record Audit(List<Outcome> outcomes) {
    /**
     * Copies the list.
     *
     * @param outcomes what each rule made of the repository
     */
    public Audit {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Checks a repository.
     *
     * @param repository the repository
     * @param rules the rules to check it by
     * @return the outcome; the same input gives the same outcome
     */
    public static Audit of(Repository repository, List<Rule> rules) {
        return new Audit(rules.stream().map(r -> Outcome.of(r, repository)).toList());
    }

    /**
     * Returns where the repository departs from the standard.
     *
     * @return the findings of all rules, sorted by place
     */
    public List<Finding> findings() {
        return outcomes.stream().flatMap(o -> o.findings().stream()).sorted().toList();
    }

    /**
     * Returns what could not be judged.
     *
     * @return the gaps of all rules, sorted by place
     */
    public List<Unknown> unknowns() {
        return outcomes.stream().flatMap(o -> o.unknowns().stream()).sorted().toList();
    }

    /**
     * Tells whether the repository conforms to the standard.
     *
     * @return true if no finding is an error
     */
    public boolean conforms() {
        return outcomes.stream().flatMap(o -> o.findings().stream()).noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
