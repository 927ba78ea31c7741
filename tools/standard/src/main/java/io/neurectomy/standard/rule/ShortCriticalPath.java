package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Modules can be built side by side. */
public final class ShortCriticalPath implements Rule {
    @Override
    public String id() {
        return "short-critical-path";
    }

    @Override
    public Dimension dimension() {
        return Dimension.SCALABILITY;
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
        return "No chain of modules that must be built one after the other holds most of the code of a large repository.";
    }

    /** Fewer modules are built in no time, one after the other or not. */
    private static final int FEWEST_MODULES = 10;

    @Override
    public List<Finding> check(Repository repository) {
        if (places(repository) == 0) {
            return List.of();
        }
        ModuleGraph graph = ModuleGraph.of(repository);
        Map<String, Chain> longest = new HashMap<>();
        int all = repository.modules().stream()
                .mapToInt(ShortCriticalPath::sources)
                .sum();
        return repository.modules().stream()
                .map(m -> chain(graph, m, longest, Set.of()))
                .max(Comparator.comparingInt(Chain::sources))
                .filter(c -> c.sources() * 5 > all * 4 && c.modules().size() > 2)
                .map(c -> finding(
                        Place.of("pom.xml"),
                        c.sources() * 100 / all + " % of the sources lie on one chain of "
                                + c.modules().size() + " modules, which can't be built side by side: "
                                + String.join(" -> ", c.modules()),
                        "Split the largest module of the chain, or let it depend on less."))
                .stream()
                .toList();
    }

    @Override
    public int places(Repository repository) {
        long withCode =
                repository.modules().stream().filter(m -> sources(m) > 0).count();
        return withCode >= FEWEST_MODULES ? 1 : 0;
    }

    private static Chain chain(ModuleGraph graph, Module module, Map<String, Chain> longest, Set<String> above) {
        Optional<Chain> known = Optional.ofNullable(longest.get(module.path()));
        if (known.isPresent() || above.contains(module.path())) {
            return known.orElse(new Chain(List.of(), 0));
        }
        Set<String> path = new HashSet<>(above);
        path.add(module.path());
        Chain below = graph.dependencies(module)
                .map(d -> chain(graph, d.on(), longest, path))
                .max(Comparator.comparingInt(Chain::sources))
                .orElse(new Chain(List.of(), 0));
        List<String> modules = new ArrayList<>(below.modules());
        modules.add(module.pom().coordinates().artifactId());
        Chain chain = new Chain(modules, below.sources() + sources(module));
        longest.put(module.path(), chain);
        return chain;
    }

    private static int sources(Module module) {
        return module.mainSources().size() + module.testSources().size();
    }

    private record Chain(List<String> modules, int sources) {}
}
