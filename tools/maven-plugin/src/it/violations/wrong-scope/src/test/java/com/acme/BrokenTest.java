package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;

class BrokenTest {

    @Test
    void hasAName() {
        assertEquals("Broken", StringUtils.capitalize(new Broken().name()));
    }
}
