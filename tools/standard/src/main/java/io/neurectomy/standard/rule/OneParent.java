package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All modules have one parent. */
public final class OneParent implements Rule {
    @Override
    public String id() {
        return "one-parent";
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
        return "The parents of all modules lead to the same POM.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        Map<String, List<Inheritance>> tops = tops(repository);
        Optional<String> most = tops.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparingInt(List::size)))
                .map(Map.Entry::getKey);
        return tops.entrySet().stream()
                .filter(e -> !most.equals(Optional.of(e.getKey())))
                .flatMap(e -> e.getValue().stream())
                .flatMap(i -> i.pom()
                        .project()
                        .all("parent")
                        .filter(p -> !p.explained())
                        .map(p -> finding(
                                i.pom().at(p),
                                "the parents of this module lead to " + i.top() + ", those of most others to "
                                        + most.orElse(""),
                                "Inherit from the parent of the others, or say why not in a comment above <parent>.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return tops(repository).values().stream().mapToInt(List::size).sum();
    }

    private static Map<String, List<Inheritance>> tops(Repository repository) {
        return repository.modules().stream()
                .filter(m -> m.pom().parent().isPresent())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> !i.lineage().circular())
                .collect(Collectors.groupingBy(Inheritance::top, TreeMap::new, Collectors.toList()));
    }
}
