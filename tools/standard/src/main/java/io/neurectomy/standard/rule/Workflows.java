package io.neurectomy.standard.rule;

import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.Unknown;
import io.neurectomy.standard.internal.Workflow;
import java.util.List;
import java.util.stream.Stream;

/** The workflows of a repository, for the rules about them. */
final class Workflows {
    private Workflows() {}

    static Stream<Workflow> of(Repository repository) {
        return files(repository).flatMap(f -> Workflow.of(f).stream());
    }

    /** One place for a rule about all of them together, if there is any that can be read. */
    static int places(Repository repository) {
        return of(repository).findAny().isPresent() ? 1 : 0;
    }

    static List<Unknown> unreadable(Rule rule, Repository repository) {
        return files(repository)
                .filter(f -> Workflow.of(f).isEmpty())
                .map(f -> new Unknown(rule.id(), Place.of(f.path()), "it is not a workflow that can be read"))
                .toList();
    }

    private static Stream<SourceFile> files(Repository repository) {
        return repository.conventions().stream().filter(f -> f.path().startsWith(".github/workflows/"));
    }
}
