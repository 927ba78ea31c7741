package io.neurectomy.standard.rule;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Coordinates;
import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Lineage;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a repository publishes carries its own address, history, licence and people. */
public final class OwnIdentity implements Rule {
    private static final List<String> IDENTITY = List.of("url", "licenses", "developers", "scm");

    @Override
    public String id() {
        return "own-identity";
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
    public String summary() {
        return "The repository's top POM sets url, licenses, developers and scm, and inherits them from no stranger.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .limit(1)
                .flatMap(root -> check(repository, root).stream())
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) repository.modules().stream()
                .limit(1)
                .filter(root -> isKnown(repository.lineage(root))
                        || IDENTITY.stream().allMatch(name -> isSet(root.pom(), name)))
                .count();
    }

    private Optional<Finding> check(Repository repository, Module root) {
        Pom pom = root.pom();
        Lineage lineage = repository.lineage(root);
        List<String> absent = new ArrayList<>();
        Optional<Coordinates> stranger = Optional.empty();
        for (String name : IDENTITY) {
            if (isSet(pom, name) || isSetBesideTheRoot(repository, name)) {
                continue;
            }
            Optional<Coordinates> owner = lineage.ancestors().stream()
                    .filter(a -> isSet(a, name))
                    .map(Pom::coordinates)
                    .findFirst();
            if (owner.isPresent() ? isStranger(pom, owner.get()) : isKnown(lineage)) {
                absent.add("<" + name + ">");
                stranger = stranger.or(() -> owner);
            }
        }
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        String inherited =
                stranger.map(s -> "; what it has is inherited from " + s).orElse("");
        return Optional.of(finding(
                pom.at(pom.project()),
                "the repository's top POM does not set " + String.join(", ", absent) + inherited,
                "Add the elements with the repository's own values."));
    }

    /** Where the root only lists modules, the POM that they inherit from speaks for them. */
    private static boolean isSetBesideTheRoot(Repository repository, String name) {
        return repository.modules().stream()
                .flatMap(m -> repository.parentInside(m.pom()).stream())
                .anyMatch(parent -> isSet(parent, name));
    }

    /** Parents below the one that is missing are judged only if the missing one is the build parent, which leaks none. */
    private static boolean isKnown(Lineage lineage) {
        return lineage.missing()
                .map(Coordinates::key)
                .map(BuildParent.KEY::equals)
                .orElse(true);
    }

    private static boolean isSet(Pom pom, String name) {
        Optional<Element> element = pom.project().first(name);
        return element.filter(e -> !e.text().isEmpty() || !e.children().isEmpty())
                .isPresent();
    }

    /** A parent of the same organisation may speak for its children; the first two parts of the group tell. */
    private static boolean isStranger(Pom pom, Coordinates owner) {
        return !organisation(pom.coordinates().groupId()).equals(organisation(owner.groupId()));
    }

    private static String organisation(String groupId) {
        return Stream.of(groupId.split("\\.")).limit(2).reduce("", (a, b) -> a + "." + b);
    }
}
