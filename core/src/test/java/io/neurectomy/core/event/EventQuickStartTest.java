package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.neurectomy.core.event.nats.JetStreamEventStore;
import io.neurectomy.core.event.nats.JetStreamSettings;
import io.neurectomy.core.id.AgentId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentState;
import io.neurectomy.types.AgentStatus;
import io.neurectomy.types.AgentTier;
import io.neurectomy.types.EventMetadata;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs what README.md shows of events. */
class EventQuickStartTest {
    private final EventStore<AgentEvent> store = new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));
    private final EventMetadata metadata = AgentEvents.metadata();
    private final AgentCreatedPayload reviewer =
            new AgentCreatedPayload("Code Reviewer", "CODE_REVIEWER", AgentTier.SPECIALIST, List.of("review"));

    @Test
    void rebuildsAnAgentFromItsEvents() {
        // begin
        AgentAggregate agents =
                new AgentAggregate(() -> EventId.parse(UUID.randomUUID().toString()), Clock.systemUTC());
        Repository<AgentState, AgentEvent> repository = new Repository<>(store, agents, 100);
        AgentId agent = AgentId.parse("019c13ec-9e00-7123-9004-8d159e26af37");

        repository.update(agent.toString(), agents.create(agent, reviewer, metadata));
        repository.update(agent.toString(), agents.start(agent, "review #7", metadata));

        AgentState state = repository.load(agent.toString()).state().orElseThrow();
        List<RecordedEvent<AgentEvent>> history = store.read(agent.toString());
        // end

        assertThat(state.status()).isEqualTo(AgentStatus.RUNNING);
        assertThat(history).hasSize(2);
    }

    /** Compiled only: the integration tests have a server. */
    static EventStore<AgentEvent> onNats(Connection connection) {
        // begin
        EventCodec<AgentEvent> codec = EventCodec.builder(EventKind.AGENTS)
                .validator(EventValidator.bySchemas())
                .build();
        EventStore<AgentEvent> store = JetStreamEventStore.open(
                connection, codec, JetStreamSettings.defaults().withReplicas(3));
        // end
        return store;
    }
}
