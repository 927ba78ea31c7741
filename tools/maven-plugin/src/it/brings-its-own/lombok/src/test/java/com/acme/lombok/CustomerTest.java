package com.acme.lombok;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CustomerTest {

    @Test
    void hasAName() {
        assertEquals("Ada", new Customer("Ada").getName());
    }
}
