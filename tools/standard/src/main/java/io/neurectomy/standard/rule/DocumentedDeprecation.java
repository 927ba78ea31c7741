package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaAnnotation;
import io.neurectomy.standard.JavaMethod;
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

/** A deprecation says since when and what instead. */
public final class DocumentedDeprecation implements Rule {
    @Override
    public String id() {
        return "documented-deprecation";
    }

    @Override
    public Dimension dimension() {
        return Dimension.SCALABILITY;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A7);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A deprecated public element says since when, why and what to use instead.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return deprecations(repository)
                .flatMap(d -> {
                    String missing = d.missing();
                    return missing.isEmpty()
                            ? Stream.empty()
                            : Stream.of(
                                    finding(
                                            d.place(),
                                            "the deprecation of " + d.name() + " does not say " + missing,
                                            "Write @Deprecated(since = \"...\") and a Javadoc tag @deprecated with the reason and the replacement."));
                })
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) deprecations(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private static Stream<Deprecation> deprecations(Repository repository) {
        return Sources.libraries(repository)
                .flatMap(Sources::main)
                .filter(s -> !Sources.isInternal(s.packageName()))
                .flatMap(s -> s.types().stream()
                        .filter(JavaType::visible)
                        .flatMap(t -> Stream.concat(
                                t.annotation("Deprecated").stream()
                                        .map(a -> new Deprecation(s.at(t.line()), t.name(), a, t.javadoc())),
                                t.methods().stream()
                                        .filter(JavaMethod::visible)
                                        .flatMap(m -> m.annotations().stream()
                                                .filter(a -> a.name().equals("Deprecated"))
                                                .map(a -> new Deprecation(
                                                        s.at(m.line()), t.name() + "." + m.name(), a, m.javadoc()))))));
    }

    private record Deprecation(Place place, String name, JavaAnnotation annotation, String javadoc) {
        String missing() {
            boolean since = annotation.value("since").isPresent();
            boolean reason = javadoc.contains("@deprecated");
            return since ? (reason ? "" : "why") : (reason ? "since when" : "since when and why");
        }
    }
}
