package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaMark;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;

/** A suppression says why. */
public final class ExplainedSuppression implements Rule {
    @Override
    public String id() {
        return "explained-suppression";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TYPE_SAFETY;
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
        return "Every @SuppressWarnings has a comment beside it that says why.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.main(repository)
                .flatMap(s -> s.marks().stream()
                        .filter(m -> m.kind() == JavaMark.Kind.SUPPRESSION && !m.explained())
                        .map(m -> finding(
                                s.at(m.line()),
                                "@SuppressWarnings(" + m.text() + ") gives no reason",
                                "Repair what is warned of, or say in a comment beside it why it can't go wrong.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.main(repository)
                .flatMap(s -> s.marks().stream())
                .filter(m -> m.kind() == JavaMark.Kind.SUPPRESSION)
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }
}
