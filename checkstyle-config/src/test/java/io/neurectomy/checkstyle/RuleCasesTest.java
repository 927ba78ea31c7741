package io.neurectomy.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCasesTest {
    @TempDir
    Path folder;

    static List<Case> cases() {
        return Case.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatTheCaseExpects(Case input) throws IOException {
        List<String> actual = input.findings(folder.toRealPath());
        List<String> expected = input.expected();
        if (System.getProperty("golden.update") != null && !actual.equals(expected)) {
            Files.writeString(
                    input.expectation(),
                    actual.stream().map(line -> line + "\n").collect(Collectors.joining()));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void everyRuleHasACaseThatBreaksIt() {
        assertThat(rulesWith(Predicate.not(Case::isClean))).isEqualTo(RuleFile.ids());
    }

    @Test
    void everyRuleHasACaseThatKeepsIt() {
        assertThat(rulesWith(Case::isClean)).isEqualTo(RuleFile.ids());
    }

    @Test
    void everyBrokenCaseBreaksItsOwnRule() {
        assertThat(cases())
                .filteredOn(Predicate.not(Case::isClean))
                .allSatisfy(input ->
                        assertThat(input.expected()).anyMatch(line -> line.contains("[" + input.rule() + "]")));
    }

    @Test
    void everyExpectationBelongsToACase() throws IOException {
        Set<Path> expectations = cases().stream().map(Case::expectation).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"), 2)) {
            assertThat(files.filter(path -> path.toString().endsWith(".txt"))).allMatch(expectations::contains);
        }
    }

    @Test
    void everyCaseIsValidJava() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, null);
                Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
            List<Path> sources =
                    files.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, problems, null, null, manager.getJavaFileObjectsFromPaths(sources));
            task.parse();
        }
        assertThat(problems.getDiagnostics()).isEmpty();
    }

    private static Set<String> rulesWith(Predicate<Case> predicate) {
        return cases().stream().filter(predicate).map(Case::rule).collect(Collectors.toCollection(TreeSet::new));
    }
}
