package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import java.util.List;
import java.util.Set;

/** Every POM can be read. */
public final class ReadablePom implements Rule {
    @Override
    public String id() {
        return "readable-pom";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A1);
    }

    @Override
    public String summary() {
        return "Every POM is well-formed XML in the encoding that it declares.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.problems().stream()
                .filter(p -> p.kind() == Problem.Kind.POM)
                .map(p -> finding(p.place(), p.message(), "Repair the file; nothing in it could be checked."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.poms().size() + check(repository).size();
    }
}
