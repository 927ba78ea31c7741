package app;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;

class AgentTests {
    @Nested
    class WhenStarted {
        @ParameterizedTest
        void stopsOnRequest(int signal) {}

        @ParameterizedTest
        void stopsOnFailure(int signal) {}
    }
}
