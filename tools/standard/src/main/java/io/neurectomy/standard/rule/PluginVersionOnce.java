package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The version of a plugin is written once. */
public final class PluginVersionOnce implements Rule {
    @Override
    public String id() {
        return "plugin-version-once";
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
        return "The version of a plugin is written in one POM.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return versions(repository).values().stream().flatMap(this::check).toList();
    }

    @Override
    public int places(Repository repository) {
        return versions(repository).values().stream().mapToInt(List::size).sum();
    }

    private Stream<Finding> check(List<Written> written) {
        Written first = written.get(0);
        return written.stream()
                .filter(w -> !w.place().file().equals(first.place().file()))
                .map(w -> finding(
                        w.place(),
                        w.plugin() + " has version " + w.version() + " here and " + first.version() + " in "
                                + first.place(),
                        "Write the version once, in <pluginManagement> of the parent that both share."));
    }

    private static Map<String, List<Written>> versions(Repository repository) {
        return Inheritance.all(repository)
                .sorted(Comparator.comparing(i -> i.pom().file()))
                .flatMap(i -> i.pom()
                        .bodies()
                        .flatMap(b -> Stream.concat(
                                b.all("build", "pluginManagement", "plugins", "plugin"),
                                b.all("build", "plugins", "plugin")))
                        .filter(p -> !p.text("version", "${").contains("${") && !p.explained())
                        .map(p -> new Written(
                                i.top(),
                                Inheritance.key(i.pom(), p),
                                p.text("version", ""),
                                i.pom().at(p.first("version").orElse(p)))))
                .collect(Collectors.groupingBy(w -> w.top() + " " + w.plugin(), TreeMap::new, Collectors.toList()));
    }

    private record Written(String top, String plugin, String version, Place place) {}
}
