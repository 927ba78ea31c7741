package io.neurectomy.standard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule that answers what it was given. */
public record FakeRule(
        String id,
        Dimension dimension,
        Severity severity,
        int weight,
        int counted,
        List<Finding> findings,
        List<Unknown> unknowns)
        implements Rule {
    /** A rule of the build system that judged a number of places and found something in some of them. */
    public static FakeRule of(String id, int counted, Finding... findings) {
        return new FakeRule(id, Dimension.BUILD_SYSTEM, Severity.ERROR, 1, counted, List.of(findings), List.of());
    }

    public FakeRule in(Dimension other) {
        return new FakeRule(id, other, severity, weight, counted, findings, unknowns);
    }

    public FakeRule weighing(int other) {
        return new FakeRule(id, dimension, severity, other, counted, findings, unknowns);
    }

    public FakeRule notKnowing(Unknown... gaps) {
        return new FakeRule(id, dimension, severity, weight, counted, findings, List.of(gaps));
    }

    public static Audit audit(Rule... rules) {
        return Audit.of(new Repository(List.of(), Map.of(), List.of(), List.of()), List.of(rules));
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A1);
    }

    @Override
    public String summary() {
        return "It is right.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return findings;
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return unknowns;
    }

    @Override
    public int places(Repository repository) {
        return counted;
    }
}
