package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody notices when a dependency has a newer version. */
public final class DependencyUpdates implements Rule {
    private static final Pattern RENOVATE = Pattern.compile("renovate\\.json5?|\\.renovaterc(\\.json5?)?");
    private static final Pattern DEPENDABOT = Pattern.compile("dependabot\\.ya?ml");
    private static final Pattern MAVEN =
            Pattern.compile("(?m)^[\\s-]*[\"']?package-ecosystem[\"']?\\s*:\\s*[\"']?maven\\b");

    @Override
    public String id() {
        return "dependency-updates";
    }

    @Override
    public Dimension dimension() {
        return Dimension.DEVELOPER_EXPERIENCE;
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
        return "A bot that proposes newer versions of dependencies is configured.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        if (places(repository) == 0
                || repository.conventions(RENOVATE).findAny().isPresent()) {
            return List.of();
        }
        List<SourceFile> dependabot = repository.conventions(DEPENDABOT).toList();
        if (dependabot.isEmpty()) {
            return List.of(finding(
                    Place.of(".github/dependabot.yml"),
                    "nothing proposes newer versions of dependencies",
                    "Add it with the package-ecosystem maven, or configure Renovate."));
        }
        return dependabot.stream()
                .filter(f -> !MAVEN.matcher(f.text()).find())
                .map(f -> finding(
                        Place.of(f.path()),
                        "it looks at other dependencies, not at Maven's",
                        "Add an entry with the package-ecosystem maven."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        // Elsewhere than on GitHub the bot may be a setting of the host.
        return Workflows.places(repository);
    }
}
