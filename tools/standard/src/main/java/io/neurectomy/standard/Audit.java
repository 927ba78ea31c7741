package io.neurectomy.standard;

import java.util.Collection;
import java.util.List;
import java.util.Set;

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
     * Lets violations pass that a baseline records: they stay findings and cost what they cost, but as warnings.
     *
     * @param recorded findings of this audit
     * @return the audit with those findings as warnings that say so
     */
    public Audit excusing(Collection<Finding> recorded) {
        Set<Finding> excused = Set.copyOf(recorded);
        return new Audit(outcomes.stream()
                .map(o -> new Outcome(
                        o.rule(),
                        o.places(),
                        o.findings().stream()
                                .map(f -> excused.contains(f) ? excused(f) : f)
                                .toList(),
                        o.unknowns()))
                .toList());
    }

    private static Finding excused(Finding f) {
        return new Finding(f.rule(), Severity.WARNING, f.place(), f.message() + " (in the baseline)", f.remedy());
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
