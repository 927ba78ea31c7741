package io.neurectomy.standard.rule;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Setting;
import io.neurectomy.standard.internal.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A property that is meant for the build parent has a name that the parent knows. */
public final class KnownProperty implements Rule {
    private static final List<String> PREFIXES = List.of("coverage.", "verification.");

    @Override
    public String id() {
        return "known-property";
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
    public String summary() {
        return "A property that looks like one of the build parent's is one of them.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        Set<String> used = repository.poms().values().stream()
                .flatMap(pom -> GovernedSettings.expressions(pom.project()))
                .collect(Collectors.toSet());
        return GovernedSettings.of(repository)
                .filter(s -> !BuildParent.USER_PROPERTIES.contains(s.name()) && !used.contains(s.name()))
                .flatMap(s -> check(s).stream())
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) GovernedSettings.of(repository).count();
    }

    private Optional<Finding> check(Setting setting) {
        Optional<String> meant = BuildParent.USER_PROPERTIES.stream()
                .filter(known -> NearMiss.isSlip(setting.name(), known))
                .findFirst();
        if (meant.isPresent()) {
            return Optional.of(unknown(setting, "Write " + meant.get() + "."));
        }
        return PREFIXES.stream()
                .filter(prefix -> setting.name().startsWith(prefix))
                .map(prefix -> unknown(setting, "The ones that begin so are " + named(prefix) + "."))
                .findFirst();
    }

    private Finding unknown(Setting setting, String remedy) {
        return finding(setting.place(), "nothing reads the property " + setting.name(), remedy);
    }

    private static String named(String prefix) {
        Stream<String> names = BuildParent.USER_PROPERTIES.stream().filter(known -> known.startsWith(prefix));
        return names.collect(Collectors.joining(", "));
    }
}
