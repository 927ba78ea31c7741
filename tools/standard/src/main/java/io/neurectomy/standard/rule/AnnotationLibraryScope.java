package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A library of annotations is not there at run time. */
public final class AnnotationLibraryScope implements Rule {
    @Override
    public String id() {
        return "annotation-library-scope";
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
        return "A library that holds nothing but annotations for tools is not there at run time.";
    }

    private static final Set<String> ANNOTATIONS = Set.of(
            "org.jspecify:jspecify",
            "com.google.errorprone:error_prone_annotations",
            "org.projectlombok:lombok",
            "com.github.spotbugs:spotbugs-annotations",
            "com.google.code.findbugs:jsr305",
            "com.google.code.findbugs:annotations",
            "org.jetbrains:annotations",
            "org.checkerframework:checker-qual",
            "org.immutables:value",
            "com.google.auto.value:auto-value-annotations");

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> dependencies(m.pom())
                        .filter(d -> !d.explained() && isShipped(Inheritance.of(repository, m), d))
                        .map(d -> finding(
                                m.pom().at(d),
                                d.text("artifactId", "")
                                        + " only speaks to compilers and tools, but is there at run time",
                                "Write <scope>provided</scope> or <optional>true</optional>.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .flatMap(m -> dependencies(m.pom()))
                .count();
    }

    private static Stream<Element> dependencies(Pom pom) {
        return pom.project()
                .all("dependencies", "dependency")
                .filter(d -> ANNOTATIONS.contains(pom.resolve(d.text("groupId", "") + ":" + d.text("artifactId", ""))));
    }

    private static boolean isShipped(Inheritance inheritance, Element dependency) {
        String scope = inheritance.scope(dependency);
        return (scope.equals("compile") || scope.equals("runtime"))
                && !dependency.text("optional", "").equals("true");
    }
}
