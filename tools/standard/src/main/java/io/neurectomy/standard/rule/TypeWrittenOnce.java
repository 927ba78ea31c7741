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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type is written once. */
public final class TypeWrittenOnce implements Rule {
    @Override
    public String id() {
        return "type-written-once";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TYPE_SAFETY;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A5);
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "No type of the same name with the same members is written in two modules.";
    }

    /** Two types with fewer members may be alike by chance. */
    private static final int FEWEST_MEMBERS = 3;

    private static final Pattern ACCESSOR = Pattern.compile(
            "<init>|(get|set|is|with)[A-Z].*|equals|hashCode|toString|canEqual|of|from|(to)?[bB]uilder|build");

    @Override
    public List<Finding> check(Repository repository) {
        return types(repository).values().stream().flatMap(this::check).toList();
    }

    @Override
    public int places(Repository repository) {
        return repository.modules().size() < 2
                ? 0
                : types(repository).values().stream().mapToInt(List::size).sum();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }

    private Stream<Finding> check(List<Written> same) {
        Written first = same.get(0);
        return same.stream()
                .filter(w -> !w.module().equals(first.module()))
                .map(w -> finding(
                        w.place(),
                        w.name() + " is also written in " + first.place() + ", with the same members",
                        "Keep one, in a module that both use, or generate both from one schema."));
    }

    private static Map<String, List<Written>> types(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> Sources.main(m)
                        .flatMap(s -> s.types().stream()
                                .filter(t -> t.isTopLevel() && t.members().size() >= FEWEST_MEMBERS && isData(t))
                                .map(t -> new Written(
                                        m.path(),
                                        t.name(),
                                        t.members().stream().sorted().toList(),
                                        s.at(t.line())))))
                .collect(Collectors.groupingBy(w -> w.name() + w.members(), TreeMap::new, Collectors.toList()));
    }

    /** A class with behaviour may well look like another one; one that only holds values is the same type. */
    private static boolean isData(JavaType type) {
        return type.kind() != JavaType.Kind.CLASS
                || type.methods().stream()
                        .allMatch(m -> ACCESSOR.matcher(m.name()).matches());
    }

    private record Written(String module, String name, List<String> members, Place place) {}
}
