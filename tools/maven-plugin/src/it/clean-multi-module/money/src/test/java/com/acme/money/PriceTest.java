package com.acme.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void addsUp() {
        assertEquals(new Price(3), new Price(1).plus(new Price(2)));
    }

    @Test
    void refusesNegativeAmounts() {
        assertThrows(IllegalArgumentException.class, () -> new Price(-1));
    }
}
