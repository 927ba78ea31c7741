package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A library for tests stays in tests. */
public final class TestLibraryScope implements Rule {
    /** Groups of libraries for tests, each with the package by which main code shows that it uses them. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("junit", "junit"),
            Map.entry("org.junit.jupiter", "org.junit"),
            Map.entry("org.junit.platform", "org.junit"),
            Map.entry("org.junit.vintage", "org.junit"),
            Map.entry("org.assertj", "org.assertj"),
            Map.entry("org.hamcrest", "org.hamcrest"),
            Map.entry("org.mockito", "org.mockito"),
            Map.entry("org.testng", "org.testng"),
            Map.entry("org.testcontainers", "org.testcontainers"),
            Map.entry("org.awaitility", "org.awaitility"),
            Map.entry("org.easymock", "org.easymock"),
            Map.entry("io.rest-assured", "io.restassured"),
            Map.entry("org.wiremock", "wiremock"),
            Map.entry("com.tngtech.archunit", "com.tngtech.archunit"));

    @Override
    public String id() {
        return "test-library-scope";
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
        return "A library for tests has the scope test, unless main code uses it.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> shipped(repository, m)
                        .map(d -> finding(
                                m.pom().at(d),
                                d.text("artifactId", "") + " is for tests, but everyone who uses the module gets it",
                                "Write <scope>test</scope>.")))
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        ModuleGraph graph = ModuleGraph.of(repository);
        return repository.modules().stream()
                // The tests of a module that depends on this one may have the library from here.
                .filter(m -> !graph.isUsed(m))
                .flatMap(m -> shipped(repository, m)
                        .<Repair>map(d -> new Repair.SetChild(m.pom().file(), d, "scope", "test")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .filter(m -> !m.mainSources().isEmpty())
                .flatMap(TestLibraryScope::dependencies)
                .count();
    }

    private static Stream<Element> shipped(Repository repository, Module module) {
        if (module.mainSources().isEmpty()) {
            return Stream.empty();
        }
        return dependencies(module)
                .filter(d -> !d.explained()
                        && isShipped(Inheritance.of(repository, module).scope(d))
                        && !uses(module, group(module, d)));
    }

    private static Stream<Element> dependencies(Module module) {
        return module.pom()
                .project()
                .all("dependencies", "dependency")
                .filter(d -> PACKAGES.containsKey(group(module, d)));
    }

    private static String group(Module module, Element dependency) {
        return module.pom().resolve(dependency.text("groupId", ""));
    }

    private static boolean isShipped(String scope) {
        return scope.equals("compile") || scope.equals("runtime");
    }

    /** A module that supports tests has the library in its main code. */
    private static boolean uses(Module module, String group) {
        String prefix = Optional.ofNullable(PACKAGES.get(group)).orElseThrow();
        return module.mainSources().stream().anyMatch(s -> s.text().contains(prefix));
    }
}
