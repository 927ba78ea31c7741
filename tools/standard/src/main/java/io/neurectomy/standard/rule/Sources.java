package io.neurectomy.standard.rule;

import io.neurectomy.standard.JavaMethod;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about Java sources that several rules ask. */
final class Sources {
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property");

    private static final Pattern RUN =
            Pattern.compile("(?:^|/)(?:(?:Test|IT)\\w*|\\w*(?:Tests?|TestCase|IT|ITCase|Spec))\\.java$");
    /** A project inside the test sources, such as those that the invoker plugin builds. */
    private static final Pattern SAMPLE = Pattern.compile("(?:^|/)src/(?!main/).*/src/");

    private Sources() {}

    /** The main sources that people wrote, as far as they could be parsed. */
    static Stream<JavaSource> main(Repository repository) {
        return repository.modules().stream().flatMap(Sources::main);
    }

    static Stream<JavaSource> main(Module module) {
        return module.mainJava().stream().filter(s -> s.problem().isEmpty() && !s.generated());
    }

    static Stream<JavaSource> test(Repository repository) {
        return repository.modules().stream()
                .flatMap(m -> m.testJava().stream())
                .filter(s -> s.problem().isEmpty()
                        && !s.generated()
                        && !SAMPLE.matcher(s.path()).find());
    }

    /** Test sources that a build runs by their names; others hold tests only as data for tests. */
    static Stream<JavaSource> run(Repository repository) {
        return test(repository).filter(s -> RUN.matcher(s.path()).find());
    }

    static boolean isTest(JavaMethod method) {
        return method.annotations().stream().anyMatch(a -> TESTS.contains(a.name()));
    }

    /** What could not be parsed, one line for each module and reason, so that an old JDK does not drown the rest. */
    static List<Unknown> unparsed(Repository repository, String rule, Function<Module, List<JavaSource>> selected) {
        return repository.modules().stream()
                .flatMap(m -> selected.apply(m).stream()
                        .filter(s -> s.problem().isPresent())
                        .map(s -> new Unknown(
                                rule, Place.of(s.path()), s.problem().orElseThrow()))
                        .limit(1))
                .toList();
    }

    /**
     * Modules that others build upon: they have main code in Java, and nothing in them says that they are started by
     * themselves.
     */
    static Stream<Module> libraries(Repository repository) {
        return repository.modules().stream()
                .filter(m -> m.pom().packaging().matches("jar|bundle")
                        && !m.mainJava().isEmpty())
                .filter(m -> m.mainJava().stream().noneMatch(Sources::starts))
                .filter(m -> Inheritance.of(repository, m)
                        .line()
                        .flatMap(p -> p.project().all("properties", "application"))
                        .noneMatch(e -> e.text().equals("true")));
    }

    /** Whether a file can be started from a command line. */
    static boolean starts(JavaSource source) {
        return source.types().stream()
                .flatMap(t -> t.methods().stream())
                .anyMatch(m -> m.name().equals("main") && m.visible());
    }

    /** The packages of a module's main code, the unnamed one left out, each with its sources. */
    static Map<String, List<JavaSource>> packages(Module module) {
        return main(module)
                .filter(s -> !s.packageName().isEmpty())
                .collect(Collectors.groupingBy(JavaSource::packageName, TreeMap::new, Collectors.toList()));
    }

    /** The file that a finding about a package points at: its description, else its first source. */
    static String file(List<JavaSource> sources) {
        return sources.stream()
                .filter(s -> s.isNamed("package-info.java"))
                .findFirst()
                .orElse(sources.get(0))
                .path();
    }

    static boolean isInternal(String packageName) {
        return Stream.of(packageName.split("\\.")).anyMatch(part -> part.equals("internal") || part.equals("impl"));
    }
}
