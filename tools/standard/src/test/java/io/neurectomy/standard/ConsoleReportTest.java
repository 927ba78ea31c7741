package io.neurectomy.standard;

import static io.neurectomy.standard.FakeRule.audit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static final Finding LATE = finding("b.txt", 7, Severity.ERROR);
    private static final Finding EARLY = finding("b.txt", 2, Severity.WARNING);
    private static final Finding FIRST = finding("a.txt", 0, Severity.ERROR);

    @Test
    void groupsByFileAndEndsWithCountsAndTheWayOn() {
        Unknown unknown = new Unknown("some-rule", Place.of("c.txt"), "nobody told");
        ConsoleReport report = ConsoleReport.of(
                audit(FakeRule.of("some-rule", 9, LATE, EARLY, FIRST, LATE).notKnowing(unknown)));
        assertThat(report.lines())
                .extracting(line -> line.kind() + " " + line.text())
                .containsExactly(
                        "FILE a.txt (1 finding)",
                        "ERROR [some-rule] a.txt: it is wrong. Right it.",
                        "FILE b.txt (2 findings)",
                        "WARNING [some-rule] b.txt:2: it is wrong. Right it.",
                        "ERROR [some-rule] b.txt:7: it is wrong. Right it.",
                        "UNKNOWN [some-rule] c.txt: not known: nobody told.",
                        "SUMMARY 3 findings (2 errors, 1 warning) in 2 files; 1 not known: the repository does not conform to the"
                                + " standard. To have a rule explained: mvn io.neurectomy:neurectomy-maven-plugin:help"
                                + " -Drule=some-rule");
    }

    @Test
    void saysThatARepositoryConforms() {
        assertThat(ConsoleReport.of(audit()).summary()).isEqualTo("The repository conforms to the standard.");
    }

    @Test
    void conformsWithWarnings() {
        Audit audit = audit(FakeRule.of("some-rule", 1, EARLY));
        assertThat(audit.conforms()).isTrue();
        assertThat(ConsoleReport.of(audit).summary())
                .startsWith("1 finding (0 errors, 1 warning) in 1 file: the repository conforms to the standard.");
    }

    private static Finding finding(String file, int line, Severity severity) {
        return new Finding("some-rule", severity, new Place(file, line), "it is wrong", "Right it.");
    }
}
