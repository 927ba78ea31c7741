package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A package lies in one module. */
public final class PackageInOneModule implements Rule {
    @Override
    public String id() {
        return "package-in-one-module";
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
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "No package has main code in two modules.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return packages(repository).entrySet().stream()
                .flatMap(p -> check(p.getKey(), p.getValue()))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return packages(repository).size();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private Stream<Finding> check(String name, Map<String, List<JavaSource>> modules) {
        String first = modules.keySet().iterator().next();
        return modules.entrySet().stream()
                .skip(1)
                .map(m -> finding(
                        Place.of(Sources.file(m.getValue())),
                        "the package " + name + " is split: it is also in the module "
                                + (first.isEmpty() ? "at the root" : first),
                        "Rename one of the two, or move its types into one module."));
    }

    private static Map<String, Map<String, List<JavaSource>>> packages(Repository repository) {
        Map<String, Map<String, List<JavaSource>>> packages = new TreeMap<>();
        for (Module module : repository.modules()) {
            Sources.packages(module).forEach((name, sources) -> {
                if (sources.stream().anyMatch(s -> !s.types().isEmpty())) {
                    packages.computeIfAbsent(name, key -> new TreeMap<>()).put(module.path(), sources);
                }
            });
        }
        return packages;
    }
}
