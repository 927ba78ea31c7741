package io.neurectomy.standard.rule;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Lineage;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every module inherits from the build parent, but for what the parent itself loads. */
public final class ModuleInheritsParent implements Rule {
    private static final String REMEDY = "Let it inherit from " + BuildParent.KEY + ".";

    @Override
    public String id() {
        return "module-inherits-parent";
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
    public String summary() {
        return "The parents of every module lead to " + BuildParent.KEY + ".";
    }

    @Override
    public List<Finding> check(Repository repository) {
        Set<String> loaded = loadedByParent(repository);
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Module>> byTop = new TreeMap<>();
        for (Module module : repository.modules()) {
            Lineage lineage = repository.lineage(module);
            Pom pom = module.pom();
            boolean isLoaded = loaded.contains(pom.coordinates().key());
            if (lineage.circular()) {
                findings.add(finding(
                        pom.at(pom.project().first("parent").orElseThrow()),
                        "its parents form a circle",
                        "Remove <parent> where the circle should begin."));
            } else if (isLoaded && lineage.reaches(BuildParent.KEY)) {
                findings.add(finding(
                        pom.at(pom.project().first("parent").orElseThrow()),
                        "a plugin of the parent loads this module, so it can't be built after the parent's children",
                        "Remove <parent>, and say why in a comment."));
            } else if (!isLoaded && !isBom(pom) && !BuildParent.governs(pom, lineage) && isKnown(lineage)) {
                byTop.computeIfAbsent(top(repository, pom).file(), file -> new ArrayList<>())
                        .add(module);
            }
        }
        byTop.forEach((file, below) -> findings.add(foreign(repository, file, below)));
        return findings;
    }

    @Override
    public int places(Repository repository) {
        // One finding stands for all modules below the same POM, since one change there repairs them all.
        return (int) repository.modules().stream()
                .filter(m -> isKnown(repository.lineage(m)) && !isBom(m.pom()))
                .map(m -> repository.lineage(m).circular() ? m.pom() : top(repository, m.pom()))
                .map(Pom::file)
                .distinct()
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !isKnown(repository.lineage(m)) && !BuildParent.governs(m.pom(), repository.lineage(m)))
                .map(m -> new Unknown(
                        id(),
                        Place.of(m.pom().file()),
                        "its parent " + repository.lineage(m).missing().orElseThrow() + " could not be read"))
                .toList();
    }

    private Finding foreign(Repository repository, String file, List<Module> below) {
        Pom pom = Optional.ofNullable(repository.poms().get(file)).orElseThrow();
        long others = below.stream().filter(m -> !m.pom().file().equals(file)).count();
        String through = switch ((int) others) {
            case 0 -> "";
            case 1 -> ", nor does the module that inherits from it";
            default -> ", nor do the " + others + " modules that inherit from it";
        };
        String instead = pom.parent().map(p -> "inherits from " + p + ", which").orElse("has no parent and");
        return finding(
                pom.at(pom.project().first("parent").orElse(pom.project())),
                "it " + instead + " does not lead to " + BuildParent.KEY + through,
                REMEDY);
    }

    private static boolean isKnown(Lineage lineage) {
        return lineage.missing().isEmpty();
    }

    private static Pom top(Repository repository, Pom pom) {
        Pom top = pom;
        for (Optional<Pom> next = repository.parentInside(top); next.isPresent(); next = repository.parentInside(top)) {
            top = next.get();
        }
        return top;
    }

    /** A bill of materials builds nothing, and a parent would leak into what it manages. */
    private static boolean isBom(Pom pom) {
        return pom.packaging().equals("pom")
                && pom.modules().findAny().isEmpty()
                && pom.project().first("dependencyManagement").isPresent()
                && pom.project().first("build").isEmpty();
    }

    /** The modules that plugins of the build parent load, if the parent lies in this repository, and what they need. */
    private static Set<String> loadedByParent(Repository repository) {
        Deque<String> pending = repository.byKey(BuildParent.KEY).stream()
                .flatMap(parent -> Stream.of("build", "build/pluginManagement")
                        .flatMap(path ->
                                parent.project().all((path + "/plugins/plugin/dependencies/dependency").split("/")))
                        .map(d -> key(parent, d)))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<String> loaded = new TreeSet<>();
        while (!pending.isEmpty()) {
            String key = pending.remove();
            Optional<Pom> inside = repository.byKey(key).filter(p -> !key.equals(BuildParent.KEY));
            if (inside.isPresent() && loaded.add(key)) {
                inside.get()
                        .project()
                        .all("dependencies", "dependency")
                        .filter(d -> !d.text("scope", "compile").equals("test"))
                        .map(d -> key(inside.get(), d))
                        .forEach(pending::add);
            }
        }
        return loaded;
    }

    private static String key(Pom pom, Element dependency) {
        return pom.resolve(dependency.text("groupId", "") + ":" + dependency.text("artifactId", ""));
    }
}
