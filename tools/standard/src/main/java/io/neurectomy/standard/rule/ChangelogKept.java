package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Users read what a version changes. */
public final class ChangelogKept implements Rule {
    private static final Pattern NAME = Pattern.compile("(?i)(changelog|changes|history|release[-_]?notes)([-._].*)?");

    @Override
    public String id() {
        return "changelog";
    }

    @Override
    public Dimension dimension() {
        return Dimension.DOCUMENTATION;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A6);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A CHANGELOG says what each version changes for its users.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return places(repository) == 0 || repository.conventions(NAME).findAny().isPresent()
                ? List.of()
                : List.of(finding(
                        Place.of("CHANGELOG.md"),
                        "it is not there",
                        "Add it with a heading for each version, the newest first, and Unreleased above."));
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().isEmpty() ? 0 : 1;
    }
}
