package app;

import org.junit.jupiter.api.Test;

class AgentIT {
    @Test
    void stopsOnRequest() {}
}
