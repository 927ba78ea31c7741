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

/** A test waits for what it expects, not for a time. */
public final class SleepingTest implements Rule {
    @Override
    public String id() {
        return "sleeping-test";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TESTING;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A4);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "No test sleeps.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return tests(repository)
                .flatMap(s -> s.marks().stream()
                        .filter(m -> m.kind() == JavaMark.Kind.SLEEP && !m.explained())
                        .map(m -> finding(
                                s.at(m.line()),
                                m.text() + " waits for a time and not for what the test expects",
                                "Wait for the condition with a limit, as Awaitility does, or hand in a clock.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) tests(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::testJava);
    }

    private static Stream<JavaSource> tests(Repository repository) {
        return Sources.run(repository)
                .filter(s ->
                        s.types().stream().flatMap(t -> t.methods().stream()).anyMatch(Sources::isTest));
    }
}
