package io.neurectomy.standard.report;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.FakeRule;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.report.model.AuditReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports for tests. */
final class SampleReport {
    private static final Repository NOTHING = new Repository(List.of(), Map.of(), List.of(), List.of());

    private SampleReport() {}

    static Report of(Rule... rules) {
        return since(List.of(), rules);
    }

    static Report since(List<AuditReport> earlier, Rule... rules) {
        Audit audit = FakeRule.audit(rules);
        return Report.of(NOTHING, audit, place -> place.line() == 0 ? "" : "code of " + place.line(), earlier);
    }

    static Finding finding(String file, int line, Severity severity) {
        return new Finding("some-rule", severity, new Place(file, line), "it is wrong", "Right it.");
    }

    static Finding[] findings(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(
                        i -> finding("src/File" + i % 97 + ".java", i, i % 3 == 0 ? Severity.WARNING : Severity.ERROR))
                .toArray(Finding[]::new);
    }
}
