package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.JavaAnnotation;
import io.neurectomy.standard.JavaMethod;
import io.neurectomy.standard.JavaType;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A test asserts something. */
public final class AssertingTest implements Rule {
    @Override
    public String id() {
        return "asserting-test";
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
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "Every test can fail by an assertion.";
    }

    private static final Pattern ASSERTING = Pattern.compile(
            "\\.?(?i)(.*(assert|verif|expect|fail|should|check|ensure|require|validat|await|match|compar|equal|compil|throw).*|then.*|must.*|is[A-Z].*)");

    @Override
    public List<Finding> check(Repository repository) {
        Set<String> helpers = Sources.test(repository)
                .flatMap(s -> s.types().stream())
                .map(t -> t.name().substring(t.name().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        return Sources.run(repository)
                .flatMap(
                        s -> s.types().stream()
                                .filter(t -> !t.extending()
                                        && t.annotations().stream().noneMatch(AssertingTest::startsSomething))
                                .flatMap(
                                        t -> t.methods().stream()
                                                .filter(m -> Sources.isTest(m) && !mayFail(m, t, helpers))
                                                .map(
                                                        m -> finding(
                                                                s.at(m.line()),
                                                                "the test " + m.name() + " asserts nothing",
                                                                "Assert what it should have done; a test that only runs code proves that it ends."))))
                .toList();
    }

    @Override
    public int places(Repository repository) {
        return (int) Sources.run(repository)
                .flatMap(s -> s.types().stream())
                .flatMap(t -> t.methods().stream())
                .filter(Sources::isTest)
                .count();
    }

    @Override
    public List<Unknown> unknown(Repository repository) {
        return Sources.unparsed(repository, id(), Module::testJava);
    }

    /** With {@code @SpringBootTest}, {@code @QuarkusTest} and their like, a test fails if the application does not start. */
    private static boolean startsSomething(JavaAnnotation annotation) {
        return annotation.name().endsWith("Test");
    }

    /** Whatever might assert out of sight counts: a call into other test code, an inherited method, an expected exception. */
    private static boolean mayFail(JavaMethod method, JavaType type, Set<String> helpers) {
        Set<String> own = type.methods().stream().map(JavaMethod::name).collect(Collectors.toSet());
        Set<String> reached = new HashSet<>();
        List<JavaMethod> open = new ArrayList<>(List.of(method));
        while (!open.isEmpty()) {
            JavaMethod next = open.remove(open.size() - 1);
            if (next.decides()
                    || next.annotations().stream()
                            .anyMatch(a -> a.name().equals("Disabled")
                                    || a.name().equals("Ignore")
                                    || !a.values()
                                            .getOrDefault("expected", List.of())
                                            .isEmpty())
                    || next.names().stream().anyMatch(n -> helpers.contains(n) && !n.equals(type.name()))
                    || next.calls().stream()
                            .anyMatch(
                                    c -> ASSERTING.matcher(c).matches() || (!c.startsWith(".") && !own.contains(c)))) {
                return true;
            }
            type.methods().stream()
                    .filter(m -> next.calls().contains(m.name()) || next.calls().contains("." + m.name()))
                    .filter(m -> reached.add(m.name()))
                    .forEach(open::add);
        }
        return false;
    }
}
