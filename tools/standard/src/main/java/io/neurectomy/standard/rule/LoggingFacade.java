package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaImport;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;

/** Code logs through a facade. */
public final class LoggingFacade implements Rule {
    @Override
    public String id() {
        return "logging-facade";
    }

    @Override
    public Dimension dimension() {
        return Dimension.OBSERVABILITY;
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
        return "Code logs through a facade, not through one implementation.";
    }

    private static final Set<String> IMPLEMENTATIONS = Set.of(
            "ch.qos.logback.classic.Logger",
            "org.apache.log4j.Category",
            "org.apache.log4j.LogManager",
            "org.apache.log4j.Logger",
            "org.apache.logging.log4j.core.Logger");

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.main(repository)
                .flatMap(s -> s.imports().stream()
                        .filter(i -> IMPLEMENTATIONS.contains(i.name()) && !configures(s))
                        .map(i -> finding(
                                s.at(i.line()),
                                i.name() + " is the logger of one implementation",
                                "Log through the facade, org.slf4j.Logger or System.Logger.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.main(repository)
                .filter(s -> s.imports().stream().anyMatch(LoggingFacade::isLogger))
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    /** Code that extends or configures an implementation names other types of it too. */
    private static boolean configures(JavaSource source) {
        return source.imports().stream()
                .anyMatch(
                        i -> i.name().matches("ch\\.qos\\.logback\\..*|org\\.apache\\.log(4j|ging\\.log4j\\.core)\\..*")
                                && !IMPLEMENTATIONS.contains(i.name()));
    }

    private static boolean isLogger(JavaImport imported) {
        return IMPLEMENTATIONS.contains(imported.name())
                || imported.name()
                        .matches(
                                "org\\.slf4j\\.Logger|org\\.apache\\.(commons\\.logging\\.Log|logging\\.log4j\\.Logger)");
    }
}
