package app;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTest {
    @BeforeEach
    void prepare() {}

    @Test
    void refusesAnUnknownVersion() {}

    @Test
    void returns404WhenMissing() {}

    @Test
    void testsItsOwnHealth() {}

    @Test
    void starts() {}

    void test() {}
}
