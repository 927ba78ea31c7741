package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every checkout has the same bytes. */
public final class LineEndings implements Rule {
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^[ \\t]*[^#\\s]\\S*[ \\t](.*[ \\t])?(-?text|text=auto|eol=(lf|crlf))([ \\t].*)?$");

    private static final String FILE = ".gitattributes";

    /** Files that have other line ends in git keep them: text=auto leaves those alone. */
    private static final String TEXT = """
            * text=auto eol=lf
            *.bat text eol=crlf
            *.cmd text eol=crlf
            """;

    @Override
    public String id() {
        return "line-endings";
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
        return "A file .gitattributes says which line ends text has.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        if (places(repository) == 0
                || repository.problems().stream().anyMatch(p -> p.place().file().equals(FILE))
                || repository
                        .convention(FILE)
                        .filter(f -> DECLARED.matcher(f.text()).find())
                        .isPresent()) {
            return List.of();
        }
        boolean exists = repository.convention(FILE).isPresent();
        return List.of(finding(
                Place.of(FILE),
                exists ? "it says nothing about line ends" : "it is not there",
                "Write \"* text=auto eol=lf\"."));
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        // Where there is one, somebody has to say how the lines that it has go together with these.
        return repository.convention(FILE).isPresent()
                ? List.of()
                : check(repository).stream()
                        .<Repair>map(f -> new Repair.CreateFile(FILE, TEXT))
                        .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().isEmpty() ? 0 : 1;
    }
}
