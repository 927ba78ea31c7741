package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import io.neurectomy.standard.internal.Workflow;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The CI runs what a contributor runs. */
public final class VerifiedInCi implements Rule {
    private static final Pattern VERIFY =
            Pattern.compile("(?s)\\bmvnw?\\b(.cmd)?[^\\n]*(\\\\\\n[^\\n]*)*\\b(verify|install|deploy)\\b");
    /** What a script does is not read. */
    private static final Pattern SCRIPT = Pattern.compile("(?m)(^|\\s)\\.?/?[\\w.-]+/[\\w./-]+|\\bmake\\b|\\.sh\\b");

    @Override
    public String id() {
        return "verified-in-ci";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TESTING;
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
        return "A workflow runs mvn verify.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        List<Workflow> workflows = Workflows.of(repository).toList();
        // A job that calls another repository's workflow may well verify: nobody can know from here.
        boolean elsewhere = workflows.stream()
                .flatMap(w -> w.uses().stream())
                .anyMatch(u -> u.text().contains("/.github/workflows/"));
        boolean verifies = workflows.stream()
                .flatMap(w -> w.runs().stream())
                .anyMatch(run -> VERIFY.matcher(run.text()).find()
                        || SCRIPT.matcher(run.text()).find());
        return workflows.isEmpty() || elsewhere || verifies
                ? List.of()
                : List.of(finding(
                        Place.of(".github/workflows"),
                        "no workflow runs mvn verify",
                        "Add a job that runs ./mvnw -B verify for each pull request."));
    }

    @Override
    public int places(Repository repository) {
        return Workflows.places(repository);
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Workflows.unreadable(this, repository);
    }
}
