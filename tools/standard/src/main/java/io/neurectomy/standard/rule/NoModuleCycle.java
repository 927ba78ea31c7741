package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Modules do not depend on each other in a circle. */
public final class NoModuleCycle implements Rule {
    @Override
    public String id() {
        return "no-module-cycle";
    }

    @Override
    public Dimension dimension() {
        return Dimension.MODULARITY;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of();
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "The modules do not depend on each other in a circle.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        ModuleGraph graph = ModuleGraph.of(repository);
        return repository.modules().stream()
                .flatMap(m -> graph.dependencies(m)
                        .filter(d -> reaches(graph, d.on(), m))
                        .map(d -> finding(
                                m.pom().at(d.written()),
                                name(m) + " depends on " + name(d.on()) + ", which depends on it",
                                "Move what both need into a module of its own; Maven can't build a circle.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        ModuleGraph graph = ModuleGraph.of(repository);
        return (int) repository.modules().stream().flatMap(graph::dependencies).count();
    }

    private static boolean reaches(ModuleGraph graph, Module from, Module wanted) {
        Set<String> seen = new HashSet<>(Set.of(from.path()));
        List<Module> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            Module next = open.remove(open.size() - 1);
            if (next.path().equals(wanted.path())) {
                return true;
            }
            graph.dependencies(next)
                    .map(ModuleGraph.Dependency::on)
                    .filter(m -> seen.add(m.path()))
                    .forEach(open::add);
        }
        return false;
    }

    private static String name(Module module) {
        return module.pom().coordinates().artifactId();
    }
}
