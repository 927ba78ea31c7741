package io.neurectomy.standard.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.FakeRule;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.DimensionName;
import io.neurectomy.standard.report.model.ReportedFinding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovementTest {
    @Test
    void takesAFindingThatMovedToAnotherLineForTheSame() {
        Movement movement = Movement.between(report("a.txt has 3 of them", 4), report("a.txt has 12 of them", 40));
        assertThat(movement.added()).isEmpty();
        assertThat(movement.gone()).isEmpty();
    }

    @Test
    void countsEqualFindings() {
        AuditReport one = report("it is wrong", 4);
        AuditReport two = report("it is wrong", 4, 40);
        assertThat(Movement.between(one, two).added()).hasSize(1);
        assertThat(Movement.between(two, one).gone())
                .extracting(ReportedFinding::line)
                .containsExactly(40);
    }

    @Test
    void saysWhatEachDimensionGained() {
        Movement movement = Movement.between(report("it is wrong", 4, 40), report("it is wrong", 4));
        assertThat(movement.dimensions()).isEqualTo(Map.of(DimensionName.BUILD_SYSTEM, new BigDecimal("1.0000")));
        assertThat(movement.total()).contains(new BigDecimal("1.0000"));
    }

    @Test
    void comparesNoPointsWithNone() {
        Movement movement =
                Movement.between(SampleReport.of(FakeRule.of("some-rule", 0)).now(), report("it is wrong", 4));
        assertThat(movement.total()).isEmpty();
        assertThat(movement.dimensions()).isEmpty();
    }

    private static AuditReport report(String message, int... lines) {
        Finding[] findings = Arrays.stream(lines)
                .mapToObj(line ->
                        new Finding("some-rule", Severity.ERROR, new Place("a.txt", line), message, "Right it."))
                .toArray(Finding[]::new);
        return Report.of(
                        new Repository(List.of(), Map.of(), List.of(), List.of()),
                        FakeRule.audit(FakeRule.of("some-rule", 10, findings)),
                        place -> "the same code",
                        List.of())
                .now();
    }
}
