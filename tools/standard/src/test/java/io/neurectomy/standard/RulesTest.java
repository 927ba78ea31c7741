package io.neurectomy.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.neurectomy.standard.internal.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    static Stream<RuleCase> cases() {
        return RuleCase.all();
    }

    static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatTheCaseExpects(RuleCase ruleCase) throws IOException {
        if (Boolean.getBoolean("golden.update") && !ruleCase.actual().equals(ruleCase.expected())) {
            ruleCase.overwrite();
            fail("expected.txt of " + ruleCase
                    + " was overwritten; read the difference and run again without -Dgolden.update");
        }
        assertThat(ruleCase.actual()).isEqualTo(ruleCase.expected());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasACaseWithFindingsAndOneWithout(Rule rule) {
        List<Audit> audits = RuleCase.all()
                .filter(c -> c.rule().id().equals(rule.id()))
                .map(RuleCase::audit)
                .toList();
        assertThat(audits)
                .anyMatch(a -> !a.findings().isEmpty())
                .anyMatch(a -> a.findings().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isDocumented(Rule rule) {
        List<Markdown.Section> outline = Markdown.parse(rule.documentation()).sections();
        assertThat(outline)
                .extracting(Markdown.Section::title)
                .containsExactly(rule.id(), "Why", "Bad", "Good", "Repair", "Sources");
        assertThat(outline.subList(1, 6)).allMatch(s -> s.body().stream().anyMatch(line -> !line.isBlank()));
        assertThat(rule.summary()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysNothingOfAFolderWithoutAPom(Rule rule) {
        Repository empty = new Repository(List.of(), Map.of(), List.of(), List.of());
        assertThat(Audit.of(empty, List.of(rule)).outcomes())
                .containsExactly(new Outcome(rule, 0, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsThePlacesThatItJudges(RuleCase ruleCase) {
        int findings = ruleCase.audit().findings().size();
        assertThat(ruleCase.rule().places(ruleCase.repository())).isGreaterThanOrEqualTo(Math.min(1, findings));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void judgesAPlaceInSomeCaseWithoutFindings(Rule rule) {
        assertThat(RuleCase.all().filter(c -> c.rule().id().equals(rule.id())))
                .anyMatch(c -> c.audit().findings().isEmpty() && rule.places(c.repository()) > 0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void weighsWhatTheScoreAllows(Rule rule) {
        assertThat(rule.weight()).isBetween(1, 9);
    }

    @Test
    void listsEveryRuleClassSortedById() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/neurectomy/standard/rule"))) {
            List<String> classes = files.filter(f -> read(f).contains("implements Rule"))
                    .map(f -> String.valueOf(f.getFileName()).replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(Rules.all())
                    .extracting(r -> r.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(classes);
        }
        assertThat(Rules.all()).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void knowsWhatAMistypedIdMeant() {
        assertThat(Rules.near("managed-versions")).startsWith("managed-version");
        assertThat(Rules.near("readme")).containsExactly("module-readme");
        assertThat(Rules.near("xyzzy-plugh-and-more")).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
