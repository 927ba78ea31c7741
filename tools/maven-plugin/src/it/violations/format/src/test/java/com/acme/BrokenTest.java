package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BrokenTest {

    @Test
    void hasAName() {
        assertEquals("broken", new Broken().name());
    }
}
