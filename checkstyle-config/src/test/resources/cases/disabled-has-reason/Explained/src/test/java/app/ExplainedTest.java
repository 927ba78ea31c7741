package app;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class ExplainedTest {
    private static final String REASON = "#12: the broker has no arm64 image";

    @Disabled("#12: the broker has no arm64 image")
    @Test
    void startsTheAgent() {}

    @Disabled(value = REASON)
    @Test
    void stopsTheAgent() {}
}
