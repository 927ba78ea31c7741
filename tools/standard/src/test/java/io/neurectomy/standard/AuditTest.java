package io.neurectomy.standard;

import static io.neurectomy.standard.FakeRule.audit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Finding OLD =
            new Finding("a", Severity.ERROR, Place.of("old.txt"), "it is wrong", "Right it.");
    private static final Finding FRESH =
            new Finding("a", Severity.ERROR, Place.of("fresh.txt"), "it is wrong", "Right it.");

    @Test
    void conformsWhenTheBaselineExcusesEveryError() {
        Audit excused = audit(FakeRule.of("a", 4, OLD)).excusing(List.of(OLD));
        assertThat(excused.conforms()).isTrue();
        assertThat(excused.findings())
                .extracting(Finding::toString)
                .containsExactly("[a] old.txt: it is wrong (in the baseline). Right it.");
    }

    @Test
    void failsOnWhatTheBaselineDoesNotKnow() {
        assertThat(audit(FakeRule.of("a", 4, OLD, FRESH)).excusing(List.of(OLD)).conforms())
                .isFalse();
    }

    @Test
    void scoresAViolationTheSameWhetherItIsExcusedOrNot() {
        Audit audit = audit(FakeRule.of("a", 4, OLD, FRESH));
        assertThat(Score.of(audit.excusing(List.of(OLD))).total())
                .isEqualTo(Score.of(audit).total());
    }
}
