package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;

/** What a workflow may do is said, and is no more than it needs. */
public final class WorkflowPermissions implements Rule {
    @Override
    public String id() {
        return "workflow-permissions";
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
        return "A workflow says what its token may do.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return Workflows.of(repository)
                .filter(w -> !w.permissions())
                .map(w -> finding(
                        w.place(),
                        "the workflow does not say what its token may do",
                        "Write \"permissions: contents: read\" at its top, and more only in the job that needs it."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Workflows.of(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Workflows.unreadable(this, repository);
    }
}
