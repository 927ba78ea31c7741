package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Document;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;

/** A link leads somewhere. */
public final class WorkingLink implements Rule {

    @Override
    public String id() {
        return "working-link";
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
        return "Every link of a document to a file of the repository leads there.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.documents().stream()
                .flatMap(document -> document.links().stream()
                        .filter(link -> link.state() != Document.State.THERE)
                        .map(link -> finding(
                                new Place(document.file().path(), link.line()),
                                "the link to " + link.target() + " leads nowhere: there is no such "
                                        + (link.state() == Document.State.NO_FILE ? "file" : "heading"),
                                "Correct or remove it.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.documents().stream().mapToInt(d -> d.links().size()).sum();
    }
}
