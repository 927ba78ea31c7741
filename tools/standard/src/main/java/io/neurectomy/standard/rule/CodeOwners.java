package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;

/** A change finds the people who answer for what it touches. */
public final class CodeOwners implements Rule {

    @Override
    public String id() {
        return "code-owners";
    }

    @Override
    public Dimension dimension() {
        return Dimension.DEVELOPER_EXPERIENCE;
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
        return "A file CODEOWNERS names who reviews what.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return places(repository) == 0
                        || repository.conventions().stream()
                                .anyMatch(f -> f.name().equals("CODEOWNERS"))
                ? List.of()
                : List.of(finding(
                        Place.of(".github/CODEOWNERS"),
                        "it is not there, so nobody is asked to review a change",
                        "Add it with a line \"* @team\" at least."));
    }

    @Override
    public int places(Repository repository) {
        return Workflows.places(repository);
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return places(repository) == 0
                ? List.of()
                : List.of(new Unknown(
                        id(),
                        Place.of(".github"),
                        "whether a change needs a review and a green build to be merged is a setting of the host"));
    }
}
