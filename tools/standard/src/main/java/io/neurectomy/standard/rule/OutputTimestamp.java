package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Artifacts carry a fixed time. */
public final class OutputTimestamp implements Rule {
    @Override
    public String id() {
        return "output-timestamp";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A1);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "The time stamp of artifacts is set, so that the same commit gives the same bytes.";
    }

    /** The release plugin moves it on; until then it matters only that it does not change by itself. */
    private static final String ANY_TIME = "2000-01-01T00:00:00Z";

    private static final InheritedSetting SETTING =
            new InheritedSetting(List.of("project.build.outputTimestamp"), List.of());

    @Override
    public List<Finding> check(Repository repository) {
        return judged(repository)
                .flatMap(i -> SETTING.isSet(repository, i)
                        ? SETTING.repeated(i)
                                .map(e -> finding(
                                        i.pom().at(e),
                                        "<" + e.name() + "> repeats what a parent sets",
                                        "Remove it here; the parent's value is in force."))
                        : Stream.of(finding(
                                Place.of(InheritedSetting.top(repository, i)),
                                "no POM sets project.build.outputTimestamp, so every build gives other bytes",
                                "Set <project.build.outputTimestamp> in the properties of this POM.")))
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        Stream<Repair> missing = judged(repository)
                .filter(i -> !SETTING.isSet(repository, i))
                .map(i -> new Repair.SetProperty(
                        InheritedSetting.top(repository, i), "project.build.outputTimestamp", ANY_TIME));
        return Stream.concat(missing.distinct(), SETTING.removals(judged(repository)).stream())
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) judged(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.isPomOnly())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> !i.isComplete() && !SETTING.isSet(repository, i))
                .map(i -> new Unknown(id(), Place.of(i.pom().file()), "a parent that may set it could not be read"))
                .toList();
    }

    private static Stream<Inheritance> judged(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.isPomOnly())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> i.isComplete() || SETTING.isSet(repository, i));
    }
}
