package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;

/** A library has a module descriptor. */
public final class ModuleDescriptor implements Rule {
    @Override
    public String id() {
        return "module-descriptor";
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
        return "A library has a module-info.java, or an Automatic-Module-Name.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.libraries(repository)
                .filter(m ->
                        m.mainJava().stream().noneMatch(s -> s.isNamed("module-info.java")) && !isNamed(repository, m))
                .map(m -> finding(
                        Place.of(m.pom().file()),
                        "the library has no module-info.java, so every public type is a part of its interface",
                        "Add " + m.file("src/main/java/module-info.java") + " that exports what users may use."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.libraries(repository).count();
    }

    private static boolean isNamed(Repository repository, Module module) {
        return Inheritance.of(repository, module)
                .line()
                .flatMap(Pom::bodies)
                .anyMatch(b -> b.all("build").anyMatch(ModuleDescriptor::mentionsName));
    }

    private static boolean mentionsName(Element element) {
        return element.name().equals("Automatic-Module-Name")
                || element.name().equals("moduleInfo")
                || element.name().equals("moduleInfoSource")
                || element.text().contains("Automatic-Module-Name")
                || element.children().stream().anyMatch(ModuleDescriptor::mentionsName);
    }
}
