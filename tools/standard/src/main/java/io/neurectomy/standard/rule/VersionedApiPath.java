package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaType;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An HTTP interface names its version. */
public final class VersionedApiPath implements Rule {
    @Override
    public String id() {
        return "versioned-api-path";
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
        return "The path of an HTTP interface under /api names its version.";
    }

    private static final Set<String> PATHS = Set.of("RequestMapping", "Path", "Controller");
    private static final Pattern API = Pattern.compile("/?api(/.*)?");
    private static final Pattern VERSION =
            Pattern.compile(".*(^|[/{.])v(ersion)?\\d*([/}.]|$).*", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> check(Repository repository) {
        return resources(repository)
                .filter(r -> !r.isVersioned())
                .map(
                        r -> finding(
                                r.place(),
                                "the path \"" + r.path() + "\" names no version",
                                "Write /api/v1/..., or tell versions apart by the media type, so that a second one can stand beside it."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) resources(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private static Stream<Resource> resources(Repository repository) {
        return Sources.main(repository)
                .flatMap(s -> s.types().stream()
                        .flatMap(t -> t.annotations().stream()
                                .filter(a -> PATHS.contains(a.name()))
                                .flatMap(a -> Stream.concat(
                                                a.values().getOrDefault("value", List.of()).stream(),
                                                a.values().getOrDefault("path", List.of()).stream())
                                        .filter(p -> API.matcher(p).matches())
                                        .map(p -> new Resource(t, p, s.at(a.line()))))));
    }

    private record Resource(JavaType type, String path, Place place) {
        /** Methods may name it too, and so may media types, headers and parameters. */
        boolean isVersioned() {
            return VERSION.matcher(path).matches()
                    || Stream.concat(
                                    type.annotations().stream(),
                                    type.methods().stream().flatMap(m -> m.annotations().stream()))
                            .anyMatch(a -> a.name().contains("Version")
                                    || a.values().containsKey("version")
                                    || a.values().values().stream()
                                            .flatMap(List::stream)
                                            .anyMatch(v -> v.contains("vnd.")
                                                    || v.toLowerCase(Locale.ROOT)
                                                            .contains("version")
                                                    || VERSION.matcher(v).matches()));
        }
    }
}
