package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.JavaType;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A public type has Javadoc. */
public final class PublicJavadoc implements Rule {
    @Override
    public String id() {
        return "public-javadoc";
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
        return "Every public type of a library has Javadoc.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return sources(repository)
                .flatMap(s -> types(s).filter(t -> t.javadoc().isEmpty())
                        .map(t -> finding(
                                s.at(t.line()),
                                "the public type " + t.name() + " has no Javadoc",
                                "Say in one sentence what it is.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) sources(repository).flatMap(PublicJavadoc::types).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private static Stream<JavaSource> sources(Repository repository) {
        return Sources.libraries(repository).flatMap(Sources::main).filter(s -> !Sources.isInternal(s.packageName()));
    }

    private static Stream<JavaType> types(JavaSource source) {
        return source.types().stream().filter(t -> t.visible() && t.isTopLevel());
    }
}
