package io.neurectomy.standard.rule;

import io.neurectomy.standard.Element;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that the build of every module needs, set by a property or in the configuration of the compiler plugin.
 *
 * @param properties the properties, any of which sets it
 * @param elements names of elements in the plugin's configuration that set it too
 */
record InheritedSetting(List<String> properties, List<String> elements) {
    /** The places where a POM sets it, outside profiles. */
    Stream<Element> in(Pom pom) {
        Stream<Element> configured = Stream.concat(
                        pom.project().all("build", "plugins", "plugin"),
                        pom.project().all("build", "pluginManagement", "plugins", "plugin"))
                .filter(p -> Inheritance.key(pom, p).equals(Inheritance.COMPILER))
                .flatMap(p -> Stream.concat(p.all("configuration"), p.all("executions", "execution", "configuration")))
                .flatMap(c -> c.children().stream())
                .filter(e -> elements.contains(e.name()));
        return Stream.concat(
                pom.project()
                        .all("properties")
                        .flatMap(p -> p.children().stream())
                        .filter(e -> properties.contains(e.name())),
                configured);
    }

    /** Whether any POM sets it, if only in a profile, or the command line in {@code .mvn/maven.config}. */
    boolean isSet(Repository repository, Inheritance inheritance) {
        return inheritance.line().anyMatch(p -> in(p).findAny().isPresent() || isInProfile(p))
                || repository.settings().stream()
                        .anyMatch(s -> properties.contains(s.name())
                                && !repository.poms().containsKey(s.place().file()));
    }

    private boolean isInProfile(Pom pom) {
        return pom.project()
                .all("profiles", "profile", "properties")
                .flatMap(p -> p.children().stream())
                .anyMatch(p -> properties.contains(p.name()));
    }

    /** The file of the farthest POM of the repository that a module inherits from: what is set there holds for all. */
    static String top(Repository repository, Inheritance inheritance) {
        return inheritance
                .line()
                .map(Pom::file)
                .filter(repository.poms()::containsKey)
                .reduce(inheritance.pom().file(), (a, b) -> b);
    }

    /** Removes what modules repeat; of a comment above, somebody has to decide what becomes. */
    List<Repair> removals(Stream<Inheritance> judged) {
        return judged.flatMap(i -> repeated(i)
                        .filter(e -> e.comment().isEmpty())
                        .<Repair>map(e -> new Repair.RemoveElement(i.pom().file(), e)))
                .toList();
    }

    /** Where a module's POM repeats what a POM above it already sets to the same value. */
    Stream<Element> repeated(Inheritance inheritance) {
        Set<String> above = inheritance.lineage().ancestors().stream()
                .flatMap(p -> in(p).map(e -> e.name() + "=" + inheritance.resolve(e.text())))
                .collect(Collectors.toSet());
        return in(inheritance.pom()).filter(e -> !e.text().contains("${") && above.contains(e.name() + "=" + e.text()));
    }
}
