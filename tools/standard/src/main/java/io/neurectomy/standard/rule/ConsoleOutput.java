package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaMark;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A library leaves the console alone. */
public final class ConsoleOutput implements Rule {
    @Override
    public String id() {
        return "console-output";
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
        return "A library writes neither to System.out and System.err nor stack traces to them.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return sources(repository)
                .flatMap(s -> s.marks().stream()
                        .filter(m -> !m.explained()
                                && (m.kind() == JavaMark.Kind.CONSOLE || m.kind() == JavaMark.Kind.STACK_TRACE))
                        .map(m -> finding(
                                s.at(m.line()),
                                "a library writes to the console by " + m.text(),
                                "Log it, hand it to the caller, or throw.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) sources(repository).count();
    }

    private static Stream<JavaSource> sources(Repository repository) {
        return Sources.libraries(repository).flatMap(Sources::main).filter(s -> !isMeantToPrint(s));
    }

    /** The build parent's own check for the console is suppressed by this name, with a reason beside it. */
    private static boolean isMeantToPrint(JavaSource source) {
        return source.marks().stream()
                .anyMatch(
                        m -> m.kind() == JavaMark.Kind.SUPPRESSION && m.text().contains("no-console") && m.explained());
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }
}
