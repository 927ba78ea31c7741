package com.acme.money;

/**
 * An amount of money in cents.
 *
 * @param cents the amount, zero or more
 */
public record Price(long cents) {

    /** Refuses a negative amount. */
    public Price {
        if (cents < 0) {
            throw new IllegalArgumentException("cents must not be negative: " + cents);
        }
    }

    /**
     * Adds another amount.
     *
     * @param other the amount to add
     * @return the sum
     */
    public Price plus(Price other) {
        return new Price(cents + other.cents);
    }
}
