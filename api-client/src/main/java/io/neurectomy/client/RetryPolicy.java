package io.neurectomy.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and when a request is repeated that failed in a way that may pass: no connection, a broken one, or one of the
 * statuses 408, 429, 502, 503 and 504. Only what can be repeated safely is repeated: queries, GET, and mutations, which
 * carry an idempotency key.
 *
 * @param maxRetries how many repetitions at most; 0 for none
 * @param base the longest pause before the first repetition; it doubles with each
 * @param cap the longest pause of all
 */
public record RetryPolicy(int maxRetries, Duration base, Duration cap) {

    /**
     * Checks the values.
     *
     * @param maxRetries how many repetitions at most
     * @param base the longest pause before the first repetition
     * @param cap the longest pause of all
     * @throws IllegalArgumentException if one is negative
     */
    public RetryPolicy {
        if (maxRetries < 0 || base.isNegative() || cap.isNegative()) {
            throw new IllegalArgumentException(
                    "[retry-policy] " + maxRetries + ", " + base + ", " + cap + ": one is negative. Pass 0 or more.");
        }
    }

    /**
     * Returns what the client does unless told: two repetitions, after up to 200 ms and up to 400 ms.
     *
     * @return the policy
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(2, Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    /**
     * Returns the policy that repeats nothing.
     *
     * @return the policy
     */
    public static RetryPolicy none() {
        return new RetryPolicy(0, Duration.ZERO, Duration.ZERO);
    }

    /** Full jitter: evenly between nothing and the doubled base, so that clients which failed together do not return together. */
    Duration pause(int retry, RandomGenerator random) {
        long ceiling = Math.min(cap.toMillis(), base.toMillis() << Math.min(retry, 20));
        return Duration.ofMillis(ceiling <= 0 ? 0 : random.nextLong(ceiling + 1));
    }
}
