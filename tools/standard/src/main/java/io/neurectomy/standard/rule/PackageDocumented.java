package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.JavaType;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;

/** A package says what it is for. */
public final class PackageDocumented implements Rule {
    @Override
    public String id() {
        return "package-documented";
    }

    @Override
    public Dimension dimension() {
        return Dimension.DOCUMENTATION;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A6);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "Every package of a library has a package-info.java that says what it is for.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.libraries(repository)
                .flatMap(m -> Sources.packages(m).entrySet().stream()
                        .filter(p -> isJudged(p.getKey(), p.getValue()) && !conforms(p.getValue()))
                        .map(p -> finding(
                                Place.of(Sources.file(p.getValue())),
                                "the package " + p.getKey() + " does not say what it is for",
                                "Write one sentence above its name in package-info.java.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.libraries(repository)
                .flatMap(m -> Sources.packages(m).entrySet().stream())
                .filter(p -> isJudged(p.getKey(), p.getValue()))
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private static boolean isJudged(String name, List<JavaSource> sources) {
        return !Sources.isInternal(name)
                && sources.stream().flatMap(s -> s.types().stream()).anyMatch(JavaType::visible);
    }

    private static boolean conforms(List<JavaSource> sources) {
        return sources.stream()
                .anyMatch(s -> s.isNamed("package-info.java") && !s.javadoc().isEmpty());
    }
}
