package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaMark;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Set;

/** A generic type has its type arguments. */
public final class RawType implements Rule {
    @Override
    public String id() {
        return "raw-type";
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
        return "No generic type is used without its type arguments.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return Sources.main(repository)
                .flatMap(s -> s.marks().stream()
                        .filter(m -> m.kind() == JavaMark.Kind.RAW_TYPE && !m.explained())
                        .map(m -> finding(
                                s.at(m.line()),
                                m.text()
                                        + " has no type arguments, so the compiler checks nothing that goes through it",
                                "Write " + m.text() + "<...> with the type of its elements, or <?>.")))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.main(repository).count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::mainJava);
    }
}
