package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaAnnotation;
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
import java.util.stream.Stream;

/** A package says what may be null. */
public final class NullMarkedPackage implements Rule {
    private static final Set<String> MARKS = Set.of(
            "NullMarked",
            "NonNullApi",
            "NonNullByDefault",
            "ParametersAreNonnullByDefault",
            "DefaultNonNull",
            "EverythingIsNonnullByDefault",
            "DefaultQualifier");

    @Override
    public String id() {
        return "null-marked-package";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TYPE_SAFETY;
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
        return "Every package of a library says by an annotation what may be null.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.libraries(repository)
                .flatMap(
                        m -> Sources.packages(m).entrySet().stream()
                                .filter(p -> isJudged(p.getValue()) && !conforms(m, p.getValue()))
                                .map(
                                        p -> finding(
                                                Place.of(Sources.file(p.getValue())),
                                                "the package " + p.getKey() + " does not say what may be null",
                                                "Annotate it with @NullMarked of JSpecify in its package-info.java, and what may be null with @Nullable.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.libraries(repository)
                .flatMap(m -> Sources.packages(m).entrySet().stream())
                .filter(p -> isJudged(p.getValue()))
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private static boolean isJudged(List<JavaSource> sources) {
        return sources.stream().anyMatch(s -> !s.types().isEmpty());
    }

    private static boolean conforms(Module module, List<JavaSource> sources) {
        Stream<JavaAnnotation> around = Stream.concat(
                        Sources.main(module).filter(s -> s.module().isPresent()), sources.stream())
                .flatMap(s -> s.annotations().stream());
        return around.anyMatch(a -> MARKS.contains(a.name()))
                || sources.stream()
                        .flatMap(s -> s.types().stream().filter(JavaType::isTopLevel))
                        .allMatch(t -> t.annotations().stream().anyMatch(a -> MARKS.contains(a.name())));
    }
}
