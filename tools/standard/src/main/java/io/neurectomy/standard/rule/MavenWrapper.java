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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Everybody builds with the same Maven, and knows that it is that one. */
public final class MavenWrapper implements Rule {
    private static final String FILE = ".mvn/wrapper/maven-wrapper.properties";
    private static final Pattern CHECKSUM =
            Pattern.compile("(?m)^\\s*distributionSha256Sum\\s*[=:]\\s*[0-9a-fA-F]{64}\\s*$");

    @Override
    public String id() {
        return "maven-wrapper";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
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
        return "The Maven wrapper names a Maven and the checksum of its archive.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        if (places(repository) == 0) {
            return List.of();
        }
        Optional<SourceFile> properties = repository.convention(FILE);
        if (properties.isEmpty()) {
            return List.of(finding(
                    Place.of(FILE),
                    "there is no Maven wrapper, so everybody builds with the Maven that they have",
                    "Run mvn wrapper:wrapper."));
        }
        return CHECKSUM.matcher(properties.get().text()).find()
                ? List.of()
                : List.of(finding(
                        Place.of(FILE),
                        "nothing says which checksum the downloaded Maven has",
                        "Add distributionSha256Sum with the SHA-256 of the archive at distributionUrl."));
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().isEmpty() ? 0 : 1;
    }
}
