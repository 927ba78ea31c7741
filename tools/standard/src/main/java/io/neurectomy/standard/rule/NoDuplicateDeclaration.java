package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** No list of a POM names the same artifact twice. */
public final class NoDuplicateDeclaration implements Rule {
    @Override
    public String id() {
        return "no-duplicate-declaration";
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
        return "No list of dependencies or plugins of a POM names the same one twice.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.poms().values().stream()
                .flatMap(pom -> lists(pom).flatMap(list -> check(pom, list)))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.poms().values().stream()
                .flatMap(NoDuplicateDeclaration::lists)
                .mapToInt(list -> list.children().size())
                .sum();
    }

    private Stream<Finding> check(Pom pom, Element list) {
        Map<String, Integer> lines = new HashMap<>();
        return list.children().stream().flatMap(e -> {
            String key = e.name().equals("plugin") ? Inheritance.key(pom, e) : Inheritance.dependencyKey(pom, e);
            Optional<Integer> first = Optional.ofNullable(lines.putIfAbsent(key, e.line()));
            return first.stream()
                    .map(line -> finding(
                            pom.at(e),
                            e.text("artifactId", "") + " is already declared on line " + line,
                            "Keep one declaration; Maven takes the last and says nothing of the first."));
        });
    }

    private static Stream<Element> lists(Pom pom) {
        return pom.bodies()
                .flatMap(b -> Stream.of(
                                b.all("dependencies"),
                                b.all("dependencyManagement", "dependencies"),
                                b.all("build", "plugins"),
                                b.all("build", "pluginManagement", "plugins"))
                        .flatMap(s -> s));
    }
}
