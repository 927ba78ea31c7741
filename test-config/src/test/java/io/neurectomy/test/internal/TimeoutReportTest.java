package io.neurectomy.test.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimeoutReportTest {

    private static List<String> lines = List.of();

    @BeforeAll
    static void runOnce() {
        lines = new FreshJvm().with(Defaults.TEST_TIMEOUT, "1 s").run(Fixtures.Hanging.class);
    }

    @Test
    void failsWithTheLineWhereTheTestWasAndWhatToDo() {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("waits for an answer that never comes: FAILED"))
                .singleElement()
                .asString()
                .contains(
                        "[test-timeout] io.neurectomy.test.internal.Fixtures$Hanging.waitsForAnAnswerThatNeverComes: ",
                        "timed out after 1 second. The stack below is where it was.",
                        "put @Timeout on the test or set -D" + Defaults.TEST_TIMEOUT + "=5m.",
                        "Thread.sleep");
    }

    @Test
    void printsTheStackForTheCaseThatTheTestNeverEnds() {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("[test-timeout]") && line.endsWith("It is here:"))
                .anyMatch(line -> line.strip().startsWith("at ") && line.contains("hangHere"));
    }

    @Test
    void letsAnAnnotationWin() {
        assertThat(lines).contains("has more time: SUCCESSFUL");
    }

    @Test
    void leavesATimeoutThatTheTestThrowsAlone() {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("throws a timeout of its own: FAILED "
                        + "java.util.concurrent.TimeoutException: the test's own at "));
    }

    @Test
    void tellsOfALifecycleMethodToo() {
        assertThat(new FreshJvm().with(Defaults.LIFECYCLE_TIMEOUT, "1 s").run(Fixtures.HangingSetUp.class))
                .anyMatch(line -> line.startsWith("is never reached: FAILED")
                        && line.contains("put @Timeout on the method or set -D" + Defaults.LIFECYCLE_TIMEOUT));
    }
}
