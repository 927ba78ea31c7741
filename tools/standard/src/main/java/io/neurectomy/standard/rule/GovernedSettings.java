package io.neurectomy.standard.rule;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Setting;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that the build parent sees: those of POMs that inherit from it, and those of the command line. */
final class GovernedSettings {
    private static final Pattern EXPRESSION = Pattern.compile("(?<=[$@]\\{)[^{}]+(?=})");

    private GovernedSettings() {}

    static Stream<Setting> of(Repository repository) {
        Set<String> files = repository.modules().stream()
                .filter(m -> BuildParent.governs(m.pom(), repository.lineage(m)))
                .map(m -> m.pom().file())
                .collect(Collectors.toSet());
        return repository.settings().stream()
                .filter(s -> files.contains(s.place().file())
                        || (!files.isEmpty()
                                && !repository.poms().containsKey(s.place().file())));
    }

    /** The names in every ${...} and @{...} in an element and below it. */
    static Stream<String> expressions(Element element) {
        return Stream.concat(
                EXPRESSION.matcher(element.text()).results().map(MatchResult::group),
                element.children().stream().flatMap(GovernedSettings::expressions));
    }
}
