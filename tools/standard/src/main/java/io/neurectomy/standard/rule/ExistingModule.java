package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import java.util.List;
import java.util.Set;

/** Every entry in {@code <modules>} leads to a module of the repository. */
public final class ExistingModule implements Rule {
    @Override
    public String id() {
        return "existing-module";
    }

    @Override
    public Dimension dimension() {
        return Dimension.MODULARITY;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A1);
    }

    @Override
    public String summary() {
        return "Every entry in <modules> leads to a folder of the repository with a POM, and never in a circle.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.problems().stream()
                .filter(p -> p.kind() == Problem.Kind.MODULE)
                .map(p -> finding(p.place(), p.message(), "Correct the path in <modules>, or remove the entry."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int)
                repository.modules().stream().flatMap(m -> m.pom().modules()).count();
    }
}
