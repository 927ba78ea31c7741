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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The version of a dependency is written once. */
public final class DependencyVersionOnce implements Rule {
    @Override
    public String id() {
        return "dependency-version-once";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A3);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "The version of a dependency that several modules use is written once.";
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
                .filter(w -> (w.literal() && first.literal()) || !w.version().equals(first.version()))
                .map(w -> finding(
                        w.place(),
                        w.name() + " has version " + w.version() + " here and " + first.version() + " in "
                                + first.place(),
                        "Write the version once, in <dependencyManagement> of the parent that both share."));
    }

    private static Map<String, List<Written>> versions(Repository repository) {
        Set<String> own = repository.poms().values().stream()
                .map(p -> p.coordinates().key())
                .collect(Collectors.toSet());
        return repository.modules().stream()
                .flatMap(m -> {
                    Inheritance inheritance = Inheritance.of(repository, m);
                    return m.pom()
                            .project()
                            .all("dependencies", "dependency")
                            .filter(d -> d.first("version").isPresent() && !d.explained())
                            .map(d -> Written.of(inheritance, d))
                            .filter(w -> !w.version().contains("${") && !own.contains(w.name()));
                })
                .collect(Collectors.groupingBy(Written::key, TreeMap::new, Collectors.toList()));
    }

    private record Written(String key, String name, String version, boolean literal, Place place) {
        static Written of(Inheritance inheritance, Element dependency) {
            Pom pom = inheritance.pom();
            Element version = dependency.first("version").orElseThrow();
            String key = Inheritance.dependencyKey(pom, dependency);
            return new Written(
                    inheritance.top() + " " + key,
                    key.substring(0, key.indexOf(':', key.indexOf(':') + 1)),
                    inheritance.resolve(version.text()),
                    !version.text().contains("${"),
                    pom.at(version));
        }
    }
}
