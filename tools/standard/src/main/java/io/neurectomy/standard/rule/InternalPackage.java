package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaImport;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Internal packages stay inside their module. */
public final class InternalPackage implements Rule {
    @Override
    public String id() {
        return "internal-package";
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
        return "No module uses an internal package of another module.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        Map<String, Module> owners = owners(repository);
        return repository.modules().stream()
                .flatMap(
                        m -> Sources.main(m)
                                .flatMap(
                                        s -> s.imports().stream()
                                                .flatMap(
                                                        i -> Stream.ofNullable(owners.get(packageOf(i, owners)))
                                                                .filter(owner -> !owner.path()
                                                                                .equals(m.path())
                                                                        && !isExported(owner, packageOf(i, owners)))
                                                                .map(
                                                                        owner -> finding(
                                                                                s.at(i.line()),
                                                                                i.name() + " is internal to the module "
                                                                                        + owner.pom()
                                                                                                .coordinates()
                                                                                                .artifactId(),
                                                                                "Use what that module offers, or move the type into a package that it offers.")))))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        Map<String, Module> owners = owners(repository);
        return owners.isEmpty() ? 0 : (int) Sources.main(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private static Map<String, Module> owners(Repository repository) {
        Map<String, Module> owners = new HashMap<>();
        repository
                .modules()
                .forEach(m -> Sources.packages(m).keySet().stream()
                        .filter(p -> List.of(p.split("\\.")).contains("internal"))
                        .forEach(p -> owners.putIfAbsent(p, m)));
        return owners;
    }

    /** The package that an import names; a nested or static name has more than one part behind it. */
    private static String packageOf(JavaImport imported, Map<String, Module> owners) {
        String name = imported.qualifier();
        while (!owners.containsKey(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }

    /** Java itself allows what the owner's descriptor exports, if only to some modules. */
    private static boolean isExported(Module owner, String packageName) {
        return owner.mainJava().stream()
                .flatMap(s -> s.module().stream())
                .anyMatch(d -> d.exports().containsKey(packageName));
    }
}
