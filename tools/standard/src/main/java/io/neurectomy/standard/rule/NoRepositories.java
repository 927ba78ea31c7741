package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No POM names repositories. */
public final class NoRepositories implements Rule {
    @Override
    public String id() {
        return "no-repositories";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A3);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "No POM names repositories to download from.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.poms().values().stream()
                .flatMap(pom -> pom.bodies()
                        .flatMap(b -> Stream.concat(b.all("repositories"), b.all("pluginRepositories")))
                        .filter(e -> !e.children().isEmpty() && !e.explained())
                        .map(e -> finding(
                                pom.at(e),
                                "the POM names <" + e.name() + ">, which everyone who uses the artifact then asks too",
                                "Move them to settings.xml, or say why in a comment above.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.poms().size();
    }
}
