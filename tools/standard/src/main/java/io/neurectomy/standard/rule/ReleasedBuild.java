package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What builds the repository is released. */
public final class ReleasedBuild implements Rule {
    @Override
    public String id() {
        return "released-build";
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
        return "No parent, plugin or extension from outside the repository is a snapshot.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        Set<String> own = repository.poms().values().stream()
                .map(p -> p.coordinates().key())
                .collect(Collectors.toSet());
        return Inheritance.all(repository)
                .flatMap(i -> used(i.pom())
                        .filter(e -> i.resolve(e.text("version", "")).endsWith("-SNAPSHOT")
                                && !own.contains(key(i.pom(), e)))
                        .map(e -> finding(
                                i.pom().at(e),
                                "the <" + e.name() + "> " + e.text("artifactId", "") + " is a snapshot",
                                "Use a release; a snapshot changes without a commit here.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int)
                repository.poms().values().stream().flatMap(ReleasedBuild::used).count();
    }

    private static String key(Pom pom, Element used) {
        return used.name().equals("plugin")
                ? Inheritance.key(pom, used)
                : pom.resolve(used.text("groupId", "") + ":" + used.text("artifactId", ""));
    }

    private static Stream<Element> used(Pom pom) {
        return Stream.concat(
                pom.project().all("parent"),
                pom.bodies()
                        .flatMap(b -> Stream.of(
                                        b.all("build", "plugins", "plugin"),
                                        b.all("build", "pluginManagement", "plugins", "plugin"),
                                        b.all("build", "extensions", "extension"))
                                .flatMap(s -> s)));
    }
}
