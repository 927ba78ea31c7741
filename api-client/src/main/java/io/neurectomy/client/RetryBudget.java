package io.neurectomy.client;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets a client repeat one request in ten over time, and ten at once: without it a server in trouble gets three times its load. */
final class RetryBudget {
    private static final int RETRY = 10;
    private static final int FULL = 10 * RETRY;

    private final AtomicInteger units = new AtomicInteger(FULL);

    boolean take() {
        return units.getAndUpdate(left -> left >= RETRY ? left - RETRY : left) >= RETRY;
    }

    void succeeded() {
        units.updateAndGet(left -> Math.min(FULL, left + 1));
    }
}
