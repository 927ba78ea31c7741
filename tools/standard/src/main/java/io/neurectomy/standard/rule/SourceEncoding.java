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

/** The encoding of sources is set once. */
public final class SourceEncoding implements Rule {
    @Override
    public String id() {
        return "source-encoding";
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
        return "The encoding of sources is set, and set once.";
    }

    private static final InheritedSetting SETTING =
            new InheritedSetting(List.of("project.build.sourceEncoding"), List.of("encoding"));

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
                                "no POM sets the encoding of sources, so it is that of the machine that builds",
                                "Set <project.build.sourceEncoding> to UTF-8 in the properties of this POM.")))
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        Stream<Repair> missing = judged(repository)
                .filter(i -> !SETTING.isSet(repository, i) && isAscii(repository))
                .map(i -> new Repair.SetProperty(
                        InheritedSetting.top(repository, i), "project.build.sourceEncoding", "UTF-8"));
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
                .filter(m -> !m.mainSources().isEmpty())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> !i.isComplete() && !SETTING.isSet(repository, i))
                .map(i -> new Unknown(id(), Place.of(i.pom().file()), "a parent that may set it could not be read"))
                .toList();
    }

    /** Beyond ASCII, somebody has to say what the sources were written in. */
    private static boolean isAscii(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> Stream.concat(m.mainSources().stream(), m.testSources().stream()))
                .allMatch(s -> s.text().chars().allMatch(c -> c < 0x80));
    }

    private static Stream<Inheritance> judged(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.mainSources().isEmpty())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> i.isComplete() || SETTING.isSet(repository, i));
    }
}
