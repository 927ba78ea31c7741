package com.acme;

import org.junit.jupiter.api.Test;

class BrokenTest {

    @Test
    void hasAName() {
        new Broken();
    }
}
