package io.neurectomy.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** This module can't inherit the parent that loads it, so this test is its Checkstyle gate. */
class OwnSourcesTest {
    @Test
    void mainSourcesKeepTheRules() {
        assertThat(RuleFile.findingsIn(Path.of("src/main/java").toAbsolutePath()))
                .isEmpty();
    }

    @Test
    void ownTestsKeepTheRules() {
        assertThat(RuleFile.findingsIn(Path.of("src/test/java").toAbsolutePath()))
                .isEmpty();
    }
}
