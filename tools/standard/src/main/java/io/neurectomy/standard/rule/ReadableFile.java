package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;

/** Every source and document can be read. */
public final class ReadableFile implements Rule {
    @Override
    public String id() {
        return "readable-file";
    }

    @Override
    public Dimension dimension() {
        return Dimension.DEVELOPER_EXPERIENCE;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of();
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "Every source and document is text of less than 10 MB inside the repository.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.problems().stream()
                .filter(p -> p.kind() == Problem.Kind.FILE)
                .map(p -> finding(p.place(), p.message(), "Replace it by a text file; no rule has looked into it."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().stream()
                .mapToInt(m -> m.mainSources().size()
                        + m.testSources().size()
                        + (m.readme().isPresent() ? 1 : 0))
                .sum();
    }
}
