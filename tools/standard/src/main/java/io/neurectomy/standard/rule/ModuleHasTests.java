package io.neurectomy.standard.rule;

import io.neurectomy.standard.Coordinates;
import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A module with code has tests. */
public final class ModuleHasTests implements Rule {
    private static final Pattern ANNOTATION = Pattern.compile("@interface\\s+\\w");
    private static final Pattern OTHER_TYPE =
            Pattern.compile("(?m)^[\\w\\s]*\\b(?:class|enum|record|interface)\\s+\\w");

    @Override
    public String id() {
        return "module-has-tests";
    }

    @Override
    public Dimension dimension() {
        return Dimension.TESTING;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of(Issue.A4);
    }

    @Override
    public String summary() {
        return "A module with main code has tests, its own or those of a module of tests.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.modules().stream()
                .filter(m -> hasCode(m) && m.testSources().stream().noneMatch(ModuleHasTests::isCode))
                .filter(m -> repository.modules().stream().noneMatch(other -> tests(other, m)))
                .map(m -> finding(
                        Place.of(m.pom().file()),
                        "the module has main code (" + firstCode(m) + ") and no test",
                        "Add tests under " + m.file("src/test") + "."))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int)
                repository.modules().stream().filter(ModuleHasTests::hasCode).count();
    }

    private static boolean hasCode(Module module) {
        return module.mainSources().stream().anyMatch(ModuleHasTests::isCode);
    }

    private static String firstCode(Module module) {
        return module.mainSources().stream()
                .filter(ModuleHasTests::isCode)
                .map(SourceFile::path)
                .findFirst()
                .orElseThrow();
    }

    /** Descriptors and annotations have nothing that a test could run. */
    private static boolean isCode(SourceFile source) {
        boolean descriptor =
                source.name().equals("package-info.java") || source.name().equals("module-info.java");
        String text = source.text();
        boolean annotation = source.name().endsWith(".java")
                && ANNOTATION.matcher(text).find()
                && !OTHER_TYPE.matcher(text.replaceAll("@interface\\s+\\w", "")).find();
        return !descriptor && !annotation;
    }

    /** Some repositories keep the tests of several modules in a module of their own, which has no main code. */
    private static boolean tests(Module candidate, Module module) {
        Pom pom = candidate.pom();
        String wanted = module.pom().coordinates().key();
        return !hasCode(candidate)
                && candidate.testSources().stream().anyMatch(ModuleHasTests::isCode)
                && pom.bodies()
                        .flatMap(body -> body.all("dependencies", "dependency"))
                        .map(d -> new Coordinates(d.text("groupId", ""), d.text("artifactId", ""), ""))
                        .anyMatch(d -> pom.resolve(d.key()).equals(wanted));
    }
}
