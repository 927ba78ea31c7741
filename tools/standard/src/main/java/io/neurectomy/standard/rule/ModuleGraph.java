package io.neurectomy.standard.rule;

import io.neurectomy.standard.Element;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which modules of the repository depend on which, by the dependencies that their POMs write. */
record ModuleGraph(Map<String, Module> modules) {
    static ModuleGraph of(Repository repository) {
        Map<String, Module> modules = new LinkedHashMap<>();
        repository
                .modules()
                .forEach(m -> modules.putIfAbsent(m.pom().coordinates().key(), m));
        return new ModuleGraph(modules);
    }

    /** The dependencies of a module on other modules, those in profiles left out. */
    Stream<Dependency> dependencies(Module module) {
        Pom pom = module.pom();
        return pom.project().all("dependencies", "dependency").flatMap(d -> {
            String key = pom.resolve(d.text("groupId", "") + ":" + d.text("artifactId", ""));
            return Optional.ofNullable(modules.get(key)).stream().map(m -> new Dependency(m, d));
        });
    }

    /** Whether a module of the repository depends on it, be it in a profile or by its tests. */
    boolean isUsed(Module module) {
        String key = module.pom().coordinates().key();
        return modules.values().stream()
                .map(Module::pom)
                .anyMatch(pom -> pom.bodies()
                        .flatMap(body -> body.all("dependencies", "dependency"))
                        .anyMatch(d -> pom.resolve(d.text("groupId", "") + ":" + d.text("artifactId", ""))
                                .equals(key)));
    }

    /** A dependency of one module on another as its POM writes it. */
    record Dependency(Module on, Element written) {}
}
