package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaAnnotation;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A disabled test says why. */
public final class DisabledTestReason implements Rule {
    @Override
    public String id() {
        return "disabled-test-reason";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TESTING;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A4);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A disabled test says why.";
    }

    private static final Set<String> DISABLING = Set.of("Disabled", "Ignore");

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.run(repository)
                .flatMap(s -> disabling(s)
                        .filter(a -> a.value("value").filter(v -> !v.isBlank()).isEmpty())
                        .map(a -> finding(
                                s.at(a.line()),
                                "@" + a.name() + " gives no reason",
                                "Say why and until when: @" + a.name() + "(\"...\"), or delete the test.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        // Every test could have been disabled; counting only those that are would make one of them cost all.
        return (int) Sources.run(repository)
                .flatMap(s -> s.types().stream())
                .mapToLong(t -> 1
                        + t.methods().stream()
                                .filter(m -> Sources.isTest(m)
                                        || m.annotations().stream().anyMatch(a -> DISABLING.contains(a.name())))
                                .count())
                .sum();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::testJava);
    }

    private static Stream<JavaAnnotation> disabling(JavaSource source) {
        return Stream.concat(
                        source.types().stream().flatMap(t -> t.annotations().stream()),
                        source.types().stream()
                                .flatMap(t -> t.methods().stream())
                                .flatMap(m -> m.annotations().stream()))
                .filter(a -> DISABLING.contains(a.name()));
    }
}
