package io.neurectomy.core.event;

import io.neurectomy.types.AgentCreatedEvent;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import io.neurectomy.types.AgentTier;
import io.neurectomy.types.EventMetadata;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Events of agents for tests. */
public final class AgentEvents {
    private AgentEvents() {}

    public static String newAgent() {
        return UUID.randomUUID().toString();
    }

    public static AgentEvent created(String agentId) {
        return new AgentCreatedEvent(
                UUID.randomUUID().toString(),
                agentId,
                "2026-01-01T00:00:00Z",
                metadata(),
                1,
                new AgentCreatedPayload("Code Reviewer", "CODE_REVIEWER", AgentTier.SPECIALIST, List.of("review")));
    }

    public static AgentEvent started(String agentId, String task) {
        return new AgentStartedEvent(
                UUID.randomUUID().toString(),
                agentId,
                "2026-01-01T00:00:01Z",
                metadata(),
                1,
                new AgentStartedPayload(task));
    }

    public static EventMetadata metadata() {
        return new EventMetadata(UUID.randomUUID().toString(), null, null, Map.of());
    }

    public static List<AgentEvent> started(String agentId, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> started(agentId, "task " + i))
                .toList();
    }
}
