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

/** Every editor writes files the same way. */
public final class EditorConfig implements Rule {
    private static final String TEXT = """
            root = true

            [*]
            charset = utf-8
            end_of_line = lf
            indent_size = 2
            indent_style = space
            insert_final_newline = true

            [*.java]
            indent_size = 4
            max_line_length = 120

            [*.{bat,cmd}]
            end_of_line = crlf
            """;

    @Override
    public String id() {
        return "editor-config";
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
        return "A file .editorconfig tells editors how files are written.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        // One that can't be read is a finding of readable-file.
        return places(repository) == 0
                        || repository.convention(".editorconfig").isPresent()
                        || repository.problems().stream()
                                .anyMatch(p -> p.place().file().equals(".editorconfig"))
                ? List.of()
                : List.of(finding(
                        Place.of(".editorconfig"),
                        "it is not there",
                        "Add it with root = true, the encoding, the line ends and the indentation."));
    }

    @Override
    public List<Repair> repairs(Repository repository) {
        return check(repository).stream()
                .<Repair>map(f -> new Repair.CreateFile(f.place().file(), TEXT))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().isEmpty() ? 0 : 1;
    }
}
