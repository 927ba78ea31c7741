package io.neurectomy.core.event.nats;

import io.nats.client.JetStreamOptions;
import io.neurectomy.core.event.EventStoreListener;
import java.time.Duration;

/**
 * How a store works with a server.
 *
 * @param replicas on how many servers of a cluster each event is kept, 1 to 5; 3 in production
 * @param maxInFlight how many appends that nobody waits for may be under way, at least 1
 * @param timeout how long to wait for an answer of the server
 * @param listener hears what the store does
 */
public record JetStreamSettings(int replicas, int maxInFlight, Duration timeout, EventStoreListener listener) {

    /**
     * Checks the values.
     *
     * @param replicas on how many servers each event is kept
     * @param maxInFlight how many appends may be under way
     * @param timeout how long to wait for an answer
     * @param listener hears what the store does
     * @throws IllegalArgumentException if a number is out of range
     */
    public JetStreamSettings {
        if (replicas < 1 || replicas > 5 || maxInFlight < 1 || timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "[jetstream-settings] replicas " + replicas + ", maxInFlight " + maxInFlight + ", timeout "
                            + timeout + ": out of range. Pass 1 to 5 replicas and positive numbers.");
        }
    }

    /**
     * Returns the settings for one server.
     *
     * @return one replica, 512 appends under way, five seconds, no listener
     */
    public static JetStreamSettings defaults() {
        return new JetStreamSettings(1, 512, Duration.ofSeconds(5), EventStoreListener.NONE);
    }

    /**
     * Returns these settings with another listener.
     *
     * @param other hears what the store does
     * @return the settings
     */
    public JetStreamSettings withListener(EventStoreListener other) {
        return new JetStreamSettings(replicas, maxInFlight, timeout, other);
    }

    /**
     * Returns these settings with another number of replicas.
     *
     * @param number on how many servers each event is kept
     * @return the settings
     */
    public JetStreamSettings withReplicas(int number) {
        return new JetStreamSettings(number, maxInFlight, timeout, listener);
    }

    /**
     * Returns these settings with another timeout.
     *
     * @param other how long to wait for an answer
     * @return the settings
     */
    public JetStreamSettings withTimeout(Duration other) {
        return new JetStreamSettings(replicas, maxInFlight, other, listener);
    }

    /** Without these the client waits as long for an answer as its connection may take to be made. */
    JetStreamOptions api() {
        return JetStreamOptions.builder().requestTimeout(timeout).build();
    }
}
