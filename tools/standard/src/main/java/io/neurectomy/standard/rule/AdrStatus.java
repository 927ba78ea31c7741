package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Document;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.internal.Markdown;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A reader of a decision knows whether it holds. */
public final class AdrStatus implements Rule {
    private static final Pattern ADR =
            Pattern.compile("(?i)(.*/)?(adrs?|decisions|decision-records)/(adr[-_]?)?\\d+[-_ .][^/]*\\.md");
    private static final Pattern STATUS = Pattern.compile("(?im)^[\\s*_>|-]*status\\s*[*_]*\\s*[:|].*\\p{L}");

    @Override
    public String id() {
        return "adr-status";
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
        return "Every architecture decision record says its status.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return records(repository)
                .filter(record -> !saysStatus(record))
                .map(record -> finding(
                        Place.of(record.path()),
                        "the decision does not say whether it is proposed, accepted or superseded",
                        "Add a section Status."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) records(repository).count();
    }

    private static Stream<SourceFile> records(Repository repository) {
        return repository.documents().stream()
                .map(Document::file)
                .filter(f -> ADR.matcher(f.path()).matches());
    }

    private static boolean saysStatus(SourceFile record) {
        return STATUS.matcher(record.text()).find()
                || Markdown.parse(record.text()).sections().stream()
                        .filter(s -> s.title().equalsIgnoreCase("status"))
                        .anyMatch(s -> s.body().stream().anyMatch(line -> !line.isBlank()));
    }
}
