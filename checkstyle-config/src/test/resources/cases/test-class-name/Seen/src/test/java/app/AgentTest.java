package app;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgentTest {
    @Nested
    class WhenStarted {
        @Test
        void stopsOnRequest() {}
    }
}
