package io.neurectomy.standard.report;

import static io.neurectomy.standard.report.SampleReport.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.FakeRule;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static final Finding LATE = finding("b.txt", 7, Severity.ERROR);
    private static final Finding EARLY = finding("b.txt", 2, Severity.WARNING);
    private static final Finding FIRST = finding("a.txt", 0, Severity.ERROR);

    @Test
    void beginsWithTheScoreGroupsByFileAndEndsWithTheWayOn() {
        Unknown unknown = new Unknown("some-rule", Place.of("c.txt"), "nobody told");
        Report report = SampleReport.of(
                FakeRule.of("some-rule", 12, LATE, EARLY, FIRST, LATE).notKnowing(unknown),
                FakeRule.of("other-rule", 1).in(Dimension.TESTING));
        assertThat(ConsoleReport.of(report).lines())
                .extracting(line -> line.kind() + " " + line.text())
                .containsExactly(
                        "SCORE Score 8.7 of 10; nothing in the baseline; 0 modules, 0 source files",
                        "DIMENSIONS modularity –, type safety –, build system 7.5, testing 10, documentation –,"
                                + " observability –, scalability –, developer experience –",
                        "HEADING a.txt (1 finding)",
                        "ERROR [some-rule] a.txt: it is wrong. Right it.",
                        "HEADING b.txt (2 findings)",
                        "WARNING [some-rule] b.txt:2: it is wrong. Right it.",
                        "ERROR [some-rule] b.txt:7: it is wrong. Right it.",
                        "REMARK [some-rule] c.txt: not known: nobody told.",
                        "GAIN To gain 2.5 in build system (1.3 in total), repair some-rule: 3 findings",
                        "SUMMARY 3 findings (2 errors, 1 warning) in 2 files; 1 not known: the repository does not conform to the"
                                + " standard. To have a rule explained: mvn io.neurectomy:neurectomy-maven-plugin:help"
                                + " -Drule=some-rule");
    }

    @Test
    void letsNoNameOfAFileSteerTheTerminal() {
        Finding hostile = finding("a\033[2J\r\n\u009b1m\u202e.txt", 1, Severity.ERROR);
        assertThat(ConsoleReport.of(SampleReport.of(FakeRule.of("some-rule", 1, hostile)))
                        .lines())
                .extracting(ConsoleReport.Line::text)
                .contains("[some-rule] a?[2J???1m?.txt:1: it is wrong. Right it.");
    }

    @Test
    void saysThatARepositoryConforms() {
        ConsoleReport report = ConsoleReport.of(SampleReport.of());
        assertThat(report.summary()).isEqualTo("The repository conforms to the standard.");
        assertThat(report.lines().get(0).text()).startsWith("No score, for no rule applies;");
    }

    @Test
    void conformsWithWarnings() {
        Report report = SampleReport.of(FakeRule.of("some-rule", 1, EARLY));
        assertThat(report.now().conforms()).isTrue();
        assertThat(ConsoleReport.of(report).summary())
                .startsWith("1 finding (0 errors, 1 warning) in 1 file: the repository conforms to the standard.");
    }

    @Test
    void groupsTwoThousandFindingsByRuleAndShowsTheFirstOfEach() {
        ConsoleReport report =
                ConsoleReport.of(SampleReport.of(FakeRule.of("some-rule", 9000, SampleReport.findings(2000))));
        assertThat(report.lines()).hasSizeLessThan(12);
        assertThat(report.lines())
                .extracting(ConsoleReport.Line::text)
                .contains("some-rule (2000 findings)", "and 1995 more in the written reports");
    }

    @Test
    void saysWhatMovedSinceAnEarlierReport() {
        Report earlier = SampleReport.of(FakeRule.of("some-rule", 10, LATE, FIRST));
        Report now = SampleReport.since(List.of(earlier.now()), FakeRule.of("some-rule", 10, LATE, EARLY));
        assertThat(ConsoleReport.of(now).lines())
                .filteredOn(line -> line.kind() == ConsoleReport.Kind.MOVEMENT)
                .extracting(ConsoleReport.Line::text)
                .containsExactly(
                        "Since the earlier report: total 0, 1 new, 1 gone",
                        "new: [some-rule] b.txt:2: it is wrong. Right it.",
                        "gone: [some-rule] a.txt: it is wrong. Right it.");
    }
}
