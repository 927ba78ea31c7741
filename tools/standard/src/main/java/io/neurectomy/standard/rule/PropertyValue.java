package io.neurectomy.standard.rule;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A property of the build parent has a value that the parent understands. */
public final class PropertyValue implements Rule {
    private static final Pattern RATIO = Pattern.compile("0|1|0?\\.\\d+|1\\.0+");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2})(?:\\.0+)? ?%?");
    private static final Pattern RELEASE = Pattern.compile("[1-9]\\d?");
    private static final Pattern OLD_RELEASE = Pattern.compile("1\\.([5-8])");

    @Override
    public String id() {
        return "property-value";
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
        return "A property of the build parent has a value of its kind: a ratio, true or false, a Java release.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return GovernedSettings.of(repository)
                .filter(s -> !s.value().contains("${"))
                .flatMap(s -> check(s).stream())
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) GovernedSettings.of(repository)
                .filter(s -> BuildParent.USER_PROPERTIES.contains(s.name())
                        && !s.value().contains("${"))
                .count();
    }

    private Optional<Finding> check(Setting setting) {
        String value = setting.value();
        return switch (setting.name()) {
            case "coverage.branch", "coverage.instruction", "coverage.line", "coverage.method" ->
                RATIO.matcher(value).matches()
                        ? Optional.empty()
                        : wrong(setting, "a number between 0 and 1", ratio(value));
            case "application", "verification.fail", "verification.skip" ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : wrong(setting, "true or false", "Write true or false.");
            case "maven.compiler.release" ->
                RELEASE.matcher(value).matches() ? Optional.empty() : wrong(setting, "a Java release", release(value));
            default -> Optional.empty();
        };
    }

    private Optional<Finding> wrong(Setting setting, String kind, String remedy) {
        String value = setting.value().isEmpty() ? "empty" : "\"" + setting.value() + "\"";
        return Optional.of(finding(setting.place(), setting.name() + " is " + value + ", not " + kind, remedy));
    }

    private static String ratio(String value) {
        Matcher percent = PERCENT.matcher(value);
        return percent.matches()
                ? String.format("Write 0.%02d.", Integer.parseInt(percent.group(1)))
                : "Write a ratio such as 0.80.";
    }

    private static String release(String value) {
        Matcher old = OLD_RELEASE.matcher(value);
        return old.matches() ? "Write " + old.group(1) + "." : "Write a number such as 17.";
    }
}
