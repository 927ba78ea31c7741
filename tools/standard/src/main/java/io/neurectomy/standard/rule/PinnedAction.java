package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import io.neurectomy.standard.internal.Workflow;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the CI runs can't be replaced unnoticed. */
public final class PinnedAction implements Rule {
    private static final Pattern COMMIT = Pattern.compile("[^@]+@([0-9a-f]{40}|[0-9a-f]{64})");

    @Override
    public String id() {
        return "pinned-action";
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
        return "Workflows name actions from elsewhere by their full commit.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return uses(repository)
                .filter(u -> !COMMIT.matcher(u.text()).matches())
                .map(u -> finding(
                        u.place(),
                        "the action " + u.text() + " is not named by a commit",
                        "Write the full commit after the @, and the version in a comment behind it."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) uses(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Workflows.unreadable(this, repository);
    }

    /** An action of the repository itself is of its own commit; images are another matter. */
    private static Stream<Workflow.Line> uses(Repository repository) {
        return Workflows.of(repository)
                .flatMap(w -> w.uses().stream())
                .filter(u -> !u.text().startsWith("./") && !u.text().startsWith("docker:"));
    }
}
