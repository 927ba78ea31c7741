package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module declares the modules that it uses. */
public final class DeclaredModule implements Rule {
    @Override
    public String id() {
        return "declared-module";
    }

    @Override
    public Dimension dimension() {
        return Dimension.MODULARITY;
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
        return "A module declares the modules of the repository whose types its main code imports.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        ModuleGraph graph = ModuleGraph.of(repository);
        Map<String, List<Module>> owners = owners(repository);
        return repository.modules().stream()
                .flatMap(m -> check(repository, graph, owners, m))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().size() < 2
                ? 0
                : (int) repository.modules().stream()
                        .filter(m -> !m.mainJava().isEmpty())
                        .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private Stream<Finding> check(
            Repository repository, ModuleGraph graph, Map<String, List<Module>> owners, Module module) {
        Set<String> declared = Inheritance.of(repository, module)
                .line()
                .flatMap(p -> p.bodies()
                        .flatMap(b -> b.all("dependencies", "dependency"))
                        .map(d -> p.resolve(d.text("groupId", "") + ":" + d.text("artifactId", ""))))
                .collect(Collectors.toSet());
        Set<String> reported = new HashSet<>();
        return Sources.main(module)
                .flatMap(
                        s -> s.imports().stream()
                                .filter(i -> !i.isStatic() && !i.name().endsWith("*"))
                                .flatMap(
                                        i -> owners.getOrDefault(i.qualifier(), List.of()).stream()
                                                .limit(
                                                        owners.getOrDefault(i.qualifier(), List.of())
                                                                                .size()
                                                                        == 1
                                                                ? 1
                                                                : 0)
                                                .filter(o -> !o.path().equals(module.path())
                                                        && !declared.contains(key(o))
                                                        && reaches(graph, module, o))
                                                .filter(o -> reported.add(key(o)))
                                                .map(
                                                        o -> finding(
                                                                s.at(i.line()),
                                                                "imports " + i.name() + " of " + key(o) + ", which "
                                                                        + module.file("pom.xml") + " does not declare",
                                                                "Declare the dependency; now it comes through another module, which may drop it."))));
    }

    /** Where the other module isn't reached at all, the code comes from elsewhere under the same name. */
    private static boolean reaches(ModuleGraph graph, Module from, Module wanted) {
        Set<String> seen = new HashSet<>();
        List<Module> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            graph.dependencies(open.remove(open.size() - 1))
                    .map(ModuleGraph.Dependency::on)
                    .filter(m -> seen.add(m.path()))
                    .forEach(open::add);
        }
        return seen.contains(wanted.path());
    }

    private static String key(Module module) {
        return module.pom().coordinates().key();
    }

    private static Map<String, List<Module>> owners(Repository repository) {
        Map<String, List<Module>> owners = new HashMap<>();
        repository
                .modules()
                .forEach(m -> Sources.packages(m)
                        .keySet()
                        .forEach(p -> owners.computeIfAbsent(p, key -> new ArrayList<>())
                                .add(m)));
        return owners;
    }
}
