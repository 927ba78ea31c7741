package app;

import org.junit.jupiter.api.Test;

class StoreTck {
    @Test
    void test1() {}
}
