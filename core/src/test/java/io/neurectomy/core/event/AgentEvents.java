package io.neurectomy.core.event;

import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.id.EventId;
import io.neurectomy.types.AgentCreatedEvent;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import io.neurectomy.types.AgentTier;
import java.util.List;

/** Events for the tests of stores. */
public final class AgentEvents {

    private static final String TIME = "2026-01-31T12:00:00.123456789Z";

    private AgentEvents() {}

    public static AgentEvent created(String agentId) {
        return new AgentCreatedEvent(
                EventId.generate().toString(),
                agentId,
                TIME,
                RequestContext.start("ada").toEventMetadata(),
                1,
                new AgentCreatedPayload("Code Reviewer", "CODE_REVIEWER", AgentTier.SPECIALIST, List.of("review")));
    }

    public static AgentEvent started(String agentId, String task) {
        return new AgentStartedEvent(
                EventId.generate().toString(),
                agentId,
                TIME,
                RequestContext.start("ada").toEventMetadata(),
                1,
                new AgentStartedPayload(task));
    }
}
