package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasketIT {

    @Test
    void startsEmpty() {
        assertThat(new Basket().articles()).isEmpty();
    }
}
