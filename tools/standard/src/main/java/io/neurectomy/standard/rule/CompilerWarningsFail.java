package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The compiler warns, and a warning fails. */
public final class CompilerWarningsFail implements Rule {
    @Override
    public String id() {
        return "compiler-warnings-fail";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TYPE_SAFETY;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A2);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "The compiler is asked for warnings, and a warning ends the build.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return judged(repository)
                .flatMap(
                        i -> missing(i).stream()
                                .map(
                                        m -> finding(
                                                Place.of(InheritedSetting.top(repository, i)),
                                                m,
                                                "Configure maven-compiler-plugin with <arg>-Xlint:all</arg> and <failOnWarning>true</failOnWarning>.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) judged(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.mainJava().isEmpty())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> !i.isComplete() && missing(i).isPresent())
                .map(i -> new Unknown(
                        id(), Place.of(i.pom().file()), "a parent that may configure the compiler could not be read"))
                .toList();
    }

    private static Stream<Inheritance> judged(Repository repository) {
        return repository.modules().stream()
                .filter(m -> !m.mainJava().isEmpty())
                .map(m -> Inheritance.of(repository, m))
                .filter(i -> i.isComplete() || missing(i).isEmpty());
    }

    private static Optional<String> missing(Inheritance inheritance) {
        List<String> texts = inheritance
                .plugin(Inheritance.COMPILER)
                .flatMap(CompilerWarningsFail::texts)
                .toList();
        boolean lint = texts.stream().anyMatch(t -> t.contains("-Xlint"))
                || inheritance
                        .line()
                        .anyMatch(p -> p.project()
                                .first("properties", "maven.compiler.showWarnings")
                                .isPresent());
        boolean fails = texts.stream()
                        .anyMatch(t -> t.equals("-Werror") || (t.startsWith("failOnWarning=") && !t.endsWith("=false")))
                || inheritance
                        .line()
                        .anyMatch(p -> p.project()
                                .first("properties", "maven.compiler.failOnWarning")
                                .isPresent());
        if (lint && fails) {
            return Optional.empty();
        }
        return Optional.of(
                lint
                        ? "the compiler warns, but no warning ends the build"
                        : "the compiler is not asked for its warnings");
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                Stream.of(element.text(), element.name() + "=" + element.text()),
                element.children().stream().flatMap(CompilerWarningsFail::texts));
    }
}
