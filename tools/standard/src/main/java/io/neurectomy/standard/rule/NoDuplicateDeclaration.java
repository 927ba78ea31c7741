package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** No list of a POM names the same artifact twice. */
public final class NoDuplicateDeclaration implements Rule {
    @Override
    public String id() {
        return "no-duplicate-declaration";
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
        return "No list of dependencies or plugins of a POM names the same one twice.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.poms().values().stream()
                .flatMap(pom -> lists(pom).flatMap(list -> check(pom, list)))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.poms().values().stream()
                .flatMap(NoDuplicateDeclaration::lists)
                .mapToInt(list -> list.children().size())
                .sum();
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        // Two that differ ask which of them was meant. The first stays, for its place on the class path.
        return repository.poms().values().stream()
                .flatMap(pom -> lists(pom)
                        .flatMap(list -> repeated(pom, list))
                        .filter(r -> saysTheSame(r.first(), r.again())
                                && r.again().comment().isEmpty())
                        .<Repair>map(r -> new Repair.RemoveElement(pom.file(), r.again())))
                .toList();
    }

    /** An entry of a list, and a later one for the same artifact. */
    private record Repeated(Element first, Element again) {}

    private Stream<Finding> check(Pom pom, Element list) {
        return repeated(pom, list)
                .map(r -> finding(
                        pom.at(r.again()),
                        r.again().text("artifactId", "") + " is already declared on line "
                                + r.first().line(),
                        "Keep one declaration; Maven takes the last and says nothing of the first."));
    }

    private static Stream<Repeated> repeated(Pom pom, Element list) {
        Map<String, Element> firsts = new HashMap<>();
        return list.children().stream().flatMap(e -> {
            String key = e.name().equals("plugin") ? Inheritance.key(pom, e) : Inheritance.dependencyKey(pom, e);
            return Optional.ofNullable(firsts.putIfAbsent(key, e)).map(first -> new Repeated(first, e)).stream();
        });
    }

    private static boolean saysTheSame(Element a, Element b) {
        return a.name().equals(b.name())
                && a.text().equals(b.text())
                && a.innerComments().equals(b.innerComments())
                && a.children().size() == b.children().size()
                && IntStream.range(0, a.children().size())
                        .allMatch(i ->
                                saysTheSame(a.children().get(i), b.children().get(i)));
    }

    private static Stream<Element> lists(Pom pom) {
        return pom.bodies()
                .flatMap(b -> Stream.of(
                                b.all("dependencies"),
                                b.all("dependencyManagement", "dependencies"),
                                b.all("build", "plugins"),
                                b.all("build", "pluginManagement", "plugins"))
                        .flatMap(s -> s));
    }
}
