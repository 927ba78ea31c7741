package app;

import org.junit.jupiter.api.Test;

abstract class AbstractStoreTests {
    @Test
    void keepsTheOrder() {}
}
