package app;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AgentTest {
    @Test
    void testStart() {}

    @Test
    void test() {}

    @RepeatedTest(3)
    void works() {}

    @org.junit.jupiter.api.Test
    void test2() {}
}
