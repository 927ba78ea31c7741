package io.neurectomy.test.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that happened, in order. Safe for use by several threads. */
final class EventLog {
    private final List<EngineEvent> events = new ArrayList<>();

    synchronized void add(String type, String action, String id, Map<String, String> attributes) {
        events.add(new EngineEvent(type, action, id, Map.copyOf(attributes), Instant.now()));
        notifyAll();
    }

    synchronized int size() {
        return events.size();
    }

    /**
     * Returns the events from an index on, and waits for one where there is none yet.
     *
     * @param from the index
     * @param until when to stop waiting; null for never
     * @return at least one event, or none if the time is over
     * @throws InterruptedException if the engine ends
     */
    synchronized List<EngineEvent> from(int from, @Nullable Instant until) throws InterruptedException {
        while (events.size() == from) {
            if (until == null) {
                wait();
            } else {
                long millis = Duration.between(Instant.now(), until).toMillis();
                if (millis <= 0) {
                    return List.of();
                }
                wait(millis);
            }
        }
        return List.copyOf(events.subList(from, events.size()));
    }
}
