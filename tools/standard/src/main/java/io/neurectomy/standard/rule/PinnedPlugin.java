package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every plugin that a build uses has a version. */
public final class PinnedPlugin implements Rule {
    @Override
    public String id() {
        return "pinned-plugin";
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
        return "Every plugin has a version, in the module or in a parent.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return judged(repository)
                .flatMap(i -> plugins(i.pom())
                        .filter(p -> !isPinned(i, p))
                        .map(p -> finding(
                                i.pom().at(p),
                                p.text("artifactId", "") + " has no version, so each Maven picks its own",
                                "Write its <version> in <pluginManagement> of the parent.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) judged(repository).flatMap(i -> plugins(i.pom())).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Inheritance.all(repository)
                .filter(i -> !i.isComplete() && plugins(i.pom()).anyMatch(p -> !isPinned(i, p)))
                .map(i -> new Unknown(
                        id(), Place.of(i.pom().file()), "a parent that may pin its plugins could not be read"))
                .toList();
    }

    private static Stream<Inheritance> judged(Repository repository) {
        return Inheritance.all(repository).filter(Inheritance::isComplete);
    }

    private static boolean isPinned(Inheritance inheritance, Element plugin) {
        return !plugin.text("version", "").isEmpty()
                || inheritance
                        .plugin(Inheritance.key(inheritance.pom(), plugin))
                        .anyMatch(p -> !p.text("version", "").isEmpty());
    }

    private static Stream<Element> plugins(Pom pom) {
        return pom.bodies().flatMap(b -> b.all("build", "plugins", "plugin"));
    }
}
