package app;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

@Disabled
class SilentTest {
    @Disabled("")
    @Test
    void startsTheAgent() {}

    @Disabled(value = "  ")
    @Test
    void stopsTheAgent() {}

    @org.junit.jupiter.api.Disabled("""

            """)
    @Test
    void losesTheAgent() {}
}
