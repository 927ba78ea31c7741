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

/** Whoever finds the code knows on what terms. */
public final class LicenseFile implements Rule {
    private static final Pattern NAME = Pattern.compile("(?i)(licen[cs]e|copying|unlicense)([-._].*)?");

    @Override
    public String id() {
        return "license-file";
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
        return "A file LICENSE says on what terms the repository may be used.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return places(repository) == 0 || repository.conventions(NAME).findAny().isPresent()
                ? List.of()
                : List.of(finding(
                        Place.of("LICENSE"),
                        "it is not there, so nobody may use the code",
                        "Add the text of the licence that the POM names."));
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().isEmpty() ? 0 : 1;
    }
}
