package com.acme.orders;

import com.acme.money.Price;
import java.util.List;

/**
 * An order.
 *
 * @param prices the prices of what was ordered
 */
public record Order(List<Price> prices) {

    /** Copies the prices. */
    public Order {
        prices = List.copyOf(prices);
    }

    /**
     * Adds the prices up.
     *
     * @return the sum, zero without any
     */
    public Price total() {
        return prices.stream().reduce(new Price(0), Price::plus);
    }
}
