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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A plugin that a parent configures is configured there and nowhere else, unless a comment says why. */
public final class NoPluginConfigurationInModules implements Rule {
    private static final List<String> SETTINGS =
            List.of("configuration", "executions", "dependencies", "extensions", "inherited");

    @Override
    public String id() {
        return "no-plugin-configuration-in-modules";
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
        return "A module does not configure a plugin that its parent configures, unless a comment says why.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream().flatMap(m -> check(repository, m)).toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .filter(m -> !repository.lineage(m).ancestors().isEmpty())
                .flatMap(m -> plugins(m.pom()))
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(m -> repository
                        .lineage(m)
                        .missing()
                        .filter(p -> p.key().equals(BuildParent.KEY))
                        .isPresent())
                .filter(m -> plugins(m.pom()).anyMatch(NoPluginConfigurationInModules::isConfigured))
                .map(m -> new Unknown(
                        id(),
                        Place.of(m.pom().file()),
                        "its parent " + repository.lineage(m).missing().orElseThrow() + " could not be read"))
                .toList();
    }

    private Stream<Finding> check(Repository repository, Module module) {
        Lineage lineage = repository.lineage(module);
        Pom pom = module.pom();
        // A foreign parent has its own ways to be adjusted; only what the standard or the repository decides is one
        // place.
        List<Pom> governing = lineage.ancestors().stream()
                .filter(a -> repository.poms().containsKey(a.file())
                        || a.coordinates().key().equals(BuildParent.KEY))
                .toList();
        return plugins(pom).filter(p -> isConfigured(p) && !p.explained()).flatMap(plugin -> {
            Optional<Pom> governor = governing.stream()
                    .filter(a -> configures(a, key(pom, plugin)))
                    .findFirst();
            return governor.stream()
                    .map(
                            g -> finding(
                                    pom.at(plugin),
                                    plugin.text("artifactId", "") + " is configured here, but "
                                            + g.coordinates().artifactId() + " configures it for every module",
                                    "Move the configuration there, or say why this module needs its own in a comment above <plugin>."));
        });
    }

    private static boolean configures(Pom ancestor, String key) {
        return plugins(ancestor)
                .anyMatch(p -> key(ancestor, p).equals(key)
                        && isConfigured(p)
                        && !p.text("inherited", "true").equals("false"));
    }

    private static Stream<Element> plugins(Pom pom) {
        return pom.bodies()
                .flatMap(body -> Stream.concat(
                        body.all("build", "plugins", "plugin"),
                        body.all("build", "pluginManagement", "plugins", "plugin")));
    }

    private static boolean isConfigured(Element plugin) {
        return plugin.children().stream().anyMatch(child -> SETTINGS.contains(child.name()));
    }

    private static String key(Pom pom, Element plugin) {
        return pom.resolve(plugin.text("groupId", "org.apache.maven.plugins") + ":" + plugin.text("artifactId", ""));
    }
}
