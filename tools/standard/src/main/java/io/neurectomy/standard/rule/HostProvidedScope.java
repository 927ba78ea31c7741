package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the host brings is not packaged. */
public final class HostProvidedScope implements Rule {
    @Override
    public String id() {
        return "host-provided-scope";
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
        return "What the host brings has the scope provided: the servlet API in a WAR, Maven in a Maven plugin.";
    }

    private static final Map<String, Pattern> HOSTS = Map.of(
            "war",
                    Pattern.compile(
                            "(javax|jakarta)\\.servlet:.*-api|javax:javaee(-web)?-api|jakarta\\.platform:.*-api"),
            "ear", Pattern.compile("javax:javaee(-web)?-api|jakarta\\.platform:.*-api"),
            "maven-plugin",
                    Pattern.compile(
                            "org\\.apache\\.maven:maven-(plugin-api|core|model|artifact|settings|repository-metadata|resolver-provider|model-builder|compat|api-.*)"));

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> packaged(repository, m)
                        .map(d -> finding(
                                m.pom().at(d),
                                d.text("artifactId", "") + " comes from the host of a "
                                        + m.pom().packaging(),
                                "Write <scope>provided</scope>; a second copy hides the host's.")))
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        ModuleGraph graph = ModuleGraph.of(repository);
        return repository.modules().stream()
                // A module that depends on this one may have the library from here.
                .filter(m -> !graph.isUsed(m))
                .flatMap(m -> packaged(repository, m)
                        .<Repair>map(d -> new Repair.SetChild(m.pom().file(), d, "scope", "provided")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .flatMap(m -> dependencies(m.pom()))
                .count();
    }

    private static Stream<Element> packaged(Repository repository, Module module) {
        return dependencies(module.pom())
                .filter(d -> !d.explained()
                        && isPackaged(Inheritance.of(repository, module).scope(d)));
    }

    private static Stream<Element> dependencies(Pom pom) {
        return Stream.ofNullable(HOSTS.get(pom.packaging()))
                .flatMap(host -> pom.project()
                        .all("dependencies", "dependency")
                        .filter(d -> host.matcher(pom.resolve(d.text("groupId", "") + ":" + d.text("artifactId", "")))
                                .matches()));
    }

    private static boolean isPackaged(String scope) {
        return scope.equals("compile") || scope.equals("runtime");
    }
}
