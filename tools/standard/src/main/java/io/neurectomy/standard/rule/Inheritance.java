package io.neurectomy.standard.rule;

import io.neurectomy.standard.Coordinates;
import io.neurectomy.standard.Effective;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Lineage;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A POM with those that it inherits from, as far as they are known.
 *
 * @param pom the POM
 * @param lineage the POMs it inherits from
 */
record Inheritance(Pom pom, Lineage lineage) {
    static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    static Inheritance of(Repository repository, Module module) {
        return new Inheritance(module.pom(), repository.lineage(module));
    }

    /** Every POM of a repository as it inherits; POMs of modules first. */
    static Stream<Inheritance> all(Repository repository) {
        Set<String> modules =
                repository.modules().stream().map(m -> m.pom().file()).collect(Collectors.toSet());
        return Stream.concat(
                repository.modules().stream().map(m -> of(repository, m)),
                repository.poms().values().stream()
                        .filter(p -> !modules.contains(p.file()))
                        .map(p -> new Inheritance(p, repository.lineage(p, new Effective.Unavailable("not asked")))));
    }

    /** The POM itself, then its parents, the nearest first. */
    Stream<Pom> line() {
        return Stream.concat(Stream.of(pom), lineage.ancestors().stream());
    }

    /** Whether all POMs that it inherits from are known. */
    boolean isComplete() {
        return lineage.missing().isEmpty() && !lineage.circular();
    }

    /** The last POM of the line, which all that inherit from it could share. */
    String top() {
        return lineage.missing()
                .map(Coordinates::key)
                .orElseGet(() -> line().map(p -> p.coordinates().key()).reduce("", (a, b) -> b));
    }

    /** Replaces expressions by the properties of the nearest POM that has them; others stay. */
    String resolve(String text) {
        String resolved = text;
        for (Pom each : line().toList()) {
            resolved = each.resolve(resolved);
        }
        return resolved;
    }

    /** The settings of a plugin in all these POMs, managed or used. */
    Stream<Element> plugin(String key) {
        return line().flatMap(p -> Stream.concat(
                        p.project().all("build", "plugins", "plugin"),
                        p.project().all("build", "pluginManagement", "plugins", "plugin"))
                .filter(e -> key(p, e).equals(key)));
    }

    /** What a dependency is scoped to, {@code ?} if a POM that is not known may say so. */
    String scope(Element dependency) {
        String own = resolve(dependency.text("scope", ""));
        if (!own.isEmpty()) {
            return own;
        }
        String key = dependencyKey(pom, dependency);
        return line().flatMap(p -> p.project()
                        .all("dependencyManagement", "dependencies", "dependency")
                        .filter(d -> dependencyKey(p, d).equals(key)))
                .map(d -> resolve(d.text("scope", "compile")))
                .findFirst()
                .orElse(isComplete() ? "compile" : "?");
    }

    static String key(Pom pom, Element plugin) {
        return pom.resolve(plugin.text("groupId", "org.apache.maven.plugins") + ":" + plugin.text("artifactId", ""));
    }

    static String dependencyKey(Pom pom, Element dependency) {
        return pom.resolve(dependency.text("groupId", "") + ":" + dependency.text("artifactId", "") + ":"
                + dependency.text("type", "jar") + ":" + dependency.text("classifier", ""));
    }
}
