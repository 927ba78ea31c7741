package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Effective;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Lineage;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A version that is managed in one place is not written in another. */
public final class ManagedVersion implements Rule {
    @Override
    public String id() {
        return "managed-version";
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
    public String summary() {
        return "A module writes no version of a dependency or plugin whose version its parent manages.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> redundant(repository, m))
                .filter(r -> r.isSame() || !r.declared().explained())
                .map(this::finding)
                .toList();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> redundant(repository, m))
                .filter(r -> r.version().text().equals(r.managed()))
                .<Repair>map(r -> new Repair.RemoveElement(r.pom().file(), r.version()))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .filter(m -> !isUnknown(m))
                .flatMap(m -> m.pom()
                        .bodies()
                        .flatMap(body -> Stream.concat(
                                body.all("dependencies", "dependency"), body.all("build", "plugins", "plugin"))))
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(ManagedVersion::isUnknown)
                .flatMap(m -> m.effective() instanceof Effective.Unavailable unavailable
                        ? Stream.of(new Unknown(id(), Place.of(m.pom().file()), unavailable.why()))
                        : Stream.empty())
                .toList();
    }

    private static boolean isUnknown(Module module) {
        return module.effective() instanceof Effective.Unavailable
                && module.pom().parent().isPresent()
                && literal(module.pom(), "dependencies", "dependency").findAny().isPresent();
    }

    /** A dependency or plugin with a version, and the version that a parent manages for it. */
    private record Redundant(Pom pom, Element declared, String managed) {
        Element version() {
            return declared.first("version").orElseThrow();
        }

        boolean isSame() {
            return version().text().equals(managed) || managed.contains("${");
        }
    }

    private static Stream<Redundant> redundant(Repository repository, Module module) {
        return Stream.concat(dependencies(repository, module), plugins(repository, module));
    }

    private static Stream<Redundant> dependencies(Repository repository, Module module) {
        Pom pom = module.pom();
        List<Pom> ancestors = repository.lineage(module).ancestors();
        List<String> own = managed(pom).map(d -> dependencyKey(pom, d)).toList();
        return literal(pom, "dependencies", "dependency").flatMap(d -> {
            String key = dependencyKey(pom, d);
            return own.contains(key)
                    ? Stream.empty()
                    : managedVersion(module, ancestors, key).map(v -> new Redundant(pom, d, v)).stream();
        });
    }

    private static Stream<Redundant> plugins(Repository repository, Module module) {
        Pom pom = module.pom();
        Lineage lineage = repository.lineage(module);
        return literal(pom, "build", "plugins", "plugin")
                .flatMap(plugin -> lineage.ancestors().stream()
                        .flatMap(a -> a.project()
                                .all("build", "pluginManagement", "plugins", "plugin")
                                .filter(p -> pluginKey(a, p).equals(pluginKey(pom, plugin)))
                                .map(p -> a.resolve(p.text("version", ""))))
                        .filter(v -> !v.isEmpty())
                        .findFirst()
                        .map(v -> new Redundant(pom, plugin, v))
                        .stream());
    }

    private Finding finding(Redundant redundant) {
        Element version = redundant.version();
        boolean same = redundant.isSame();
        return finding(
                redundant.pom().at(version),
                redundant.declared().text("artifactId", "") + " declares version " + version.text()
                        + ", but the parent manages it" + (same ? "" : " as " + redundant.managed()),
                same ? "Remove <version>." : "Remove <version>, or say why this module differs in a comment above.");
    }

    private static Optional<String> managedVersion(Module module, List<Pom> ancestors, String key) {
        Optional<String> effective = module.effective() instanceof Effective.Model model
                ? Optional.ofNullable(model.managedDependencies().get(key))
                : Optional.empty();
        return effective.or(() -> ancestors.stream()
                .flatMap(a -> managed(a)
                        .filter(d -> dependencyKey(a, d).equals(key))
                        .map(d -> a.resolve(d.text("version", ""))))
                .filter(v -> !v.isEmpty())
                .findFirst());
    }

    private static Stream<Element> managed(Pom pom) {
        return pom.project().all("dependencyManagement", "dependencies", "dependency");
    }

    private static Stream<Element> literal(Pom pom, String... path) {
        return pom.bodies()
                .flatMap(body -> body.all(path))
                .filter(e -> !e.text("version", "$").contains("$"));
    }

    private static String dependencyKey(Pom pom, Element d) {
        String classifier = d.text("classifier", "");
        return pom.resolve(d.text("groupId", "") + ":" + d.text("artifactId", "") + ":" + d.text("type", "jar")
                + (classifier.isEmpty() ? "" : ":" + classifier));
    }

    private static String pluginKey(Pom pom, Element plugin) {
        return pom.resolve(plugin.text("groupId", "org.apache.maven.plugins") + ":" + plugin.text("artifactId", ""));
    }
}
