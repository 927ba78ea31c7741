package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasketTest {

    @Test
    void keepsTheOrder() {
        Basket basket = new Basket();
        basket.put("tea");
        basket.put("milk");
        assertThat(basket.articles()).containsExactly("tea", "milk");
    }
}
