package com.acme.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OwnTest {

    @Test
    void seesItsArgument() {
        assertEquals("set", Own.argument());
    }
}
