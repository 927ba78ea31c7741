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

/** The Java release is set once. */
public final class ReleaseLevel implements Rule {
    @Override
    public String id() {
        return "release-level";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A2);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "The Java release that code is compiled for is set, and set once.";
    }

    private static final InheritedSetting SETTING = new InheritedSetting(
            List.of("maven.compiler.release", "maven.compiler.source", "maven.compiler.target", "java.version"),
            List.of("release", "source", "target"));

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
                                "no POM sets the Java release, so the compiler plugin picks one",
                                "Set <maven.compiler.release> in the properties of this POM.")))
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        return SETTING.removals(judged(repository));
    }

    @Override
    public int places(Repository repository) {
        return (int) judged(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.mainJava().isEmpty())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> !i.isComplete() && !SETTING.isSet(repository, i))
                .map(i -> new Unknown(id(), Place.of(i.pom().file()), "a parent that may set it could not be read"))
                .toList();
    }

    private static Stream<Inheritance> judged(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.mainJava().isEmpty())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> i.isComplete() || SETTING.isSet(repository, i));
    }
}
