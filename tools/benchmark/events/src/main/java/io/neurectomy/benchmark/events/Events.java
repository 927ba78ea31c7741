package io.neurectomy.benchmark.events;

import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import io.neurectomy.types.EventMetadata;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Events to write. */
final class Events {
    private static final EventCodec<AgentEvent> CODEC = EventCodec.of(EventKind.AGENTS);

    private Events() {}

    static String agent() {
        return UUID.randomUUID().toString();
    }

    static EventMetadata metadata() {
        return new EventMetadata(agent(), null, null, Map.of());
    }

    private static AgentEvent started(String agent) {
        return new AgentStartedEvent(
                agent(),
                agent,
                "2026-01-01T00:00:01Z",
                metadata(),
                1,
                new AgentStartedPayload("Read the pull request, say what is wrong, and say it once."));
    }

    static List<AgentEvent> ofOne(int count) {
        String agent = agent();
        return Stream.generate(() -> started(agent)).limit(count).toList();
    }

    static List<AgentEvent> ofMany(int count) {
        Supplier<AgentEvent> next = () -> started(agent());
        return Stream.generate(next).limit(count).toList();
    }

    static List<Raw.Encoded> encoded(List<AgentEvent> events) {
        return events.stream()
                .map(event -> new Raw.Encoded(event, CODEC.encode(event)))
                .toList();
    }
}
