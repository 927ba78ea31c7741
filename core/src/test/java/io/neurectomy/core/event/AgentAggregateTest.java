package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.neurectomy.core.id.AgentId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.lifecycle.RefusedTransitionException;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentState;
import io.neurectomy.types.AgentStatus;
import io.neurectomy.types.AgentTier;
import io.neurectomy.types.ApiError;
import io.neurectomy.types.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class AgentAggregateTest {
    private final InMemoryEventStore<AgentEvent> store = new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));
    private final AgentAggregate agents = new AgentAggregate(
            () -> EventId.parse(UUID.randomUUID().toString()),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private final Repository<AgentState, AgentEvent> repository = new Repository<>(store, agents, 3);
    private final AgentId agent = AgentId.parse(AgentEvents.newAgent());
    private final EventMetadata metadata = AgentEvents.metadata();
    private final AgentCreatedPayload payload =
            new AgentCreatedPayload("Reviewer", "REVIEWER", AgentTier.SPECIALIST, List.of("review"));

    private AgentState created() {
        return state(repository.update(agent.toString(), agents.create(agent, payload, metadata)));
    }

    private AgentState started(String task) {
        return state(repository.update(agent.toString(), agents.start(agent, task, metadata)));
    }

    private static AgentState state(Repository.Loaded<AgentState> loaded) {
        return loaded.state().orElseThrow();
    }

    @Test
    void goesFromIdleToRunningAndBack() {
        assertThat(created().status()).isEqualTo(AgentStatus.IDLE);
        assertThat(started("review #7").currentTask()).isEqualTo("review #7");
        AgentState stopped = state(repository.update(agent.toString(), agents.stop(agent, "done", metadata)));
        assertThat(stopped.status()).isEqualTo(AgentStatus.IDLE);
        assertThat(store.read(agent.toString()))
                .extracting(RecordedEvent::type)
                .containsExactly("AGENT_CREATED", "AGENT_STARTED", "AGENT_STOPPED");
    }

    @Test
    void rebuildsItsStateFromItsEvents() {
        created();
        started("a");
        ApiError error = new ApiError("OUT_OF_MEMORY", "too little memory", Map.of());
        repository.update(agent.toString(), agents.fail(agent, error, metadata));
        AgentState loaded = state(new Repository<>(store, agents, 100).load(agent.toString()));
        assertThat(loaded.status()).isEqualTo(AgentStatus.ERROR);
        assertThat(loaded.lastError()).isEqualTo("too little memory");
    }

    @Test
    void refusesWhatTheLifeCycleDoesNotAllow() {
        assertThatExceptionOfType(AggregateMissingException.class)
                .isThrownBy(() -> started("early"))
                .withMessageContaining("does not exist. Create it first.");
        created();
        assertThatExceptionOfType(RefusedTransitionException.class)
                .isThrownBy(() -> repository.update(agent.toString(), agents.stop(agent, null, metadata)))
                .withMessageContaining("idle");
        assertThat(store.read(agent.toString())).hasSize(1);
    }

    @Test
    void createsAnAgentOnce() {
        created();
        created();
        assertThat(store.read(agent.toString())).hasSize(1);
    }

    @Test
    void keepsASnapshotAndReadsOnlyWhatCameAfterIt() {
        created();
        started("a");
        assertThat(store.snapshots().load(agent.toString())).isEmpty();
        repository.update(agent.toString(), agents.stop(agent, null, metadata));
        started("b");
        Snapshot snapshot = store.snapshots().load(agent.toString()).orElseThrow();
        assertThat(snapshot.revision().version()).isEqualTo(3);
        assertThat(state(repository.load(agent.toString())).currentTask()).isEqualTo("b");
    }

    @Test
    void leavesSnapshotsAsideThatItCantRead() {
        created();
        started("a");
        Revision last = store.read(agent.toString()).get(1).revision();
        store.snapshots()
                .save(
                        agent.toString(),
                        new Snapshot(
                                last, 1, JsonNodeFactory.instance.objectNode().put("status", "sleeping")));
        assertThat(state(repository.load(agent.toString())).status()).isEqualTo(AgentStatus.RUNNING);
        store.snapshots().save(agent.toString(), new Snapshot(last, 99, JsonNodeFactory.instance.objectNode()));
        assertThat(state(repository.load(agent.toString())).status()).isEqualTo(AgentStatus.RUNNING);
    }

    @Test
    void decidesAgainWhenSomebodyWasFaster() {
        created();
        AtomicBoolean first = new AtomicBoolean(true);
        Repository.Loaded<AgentState> after = repository.update(agent.toString(), state -> {
            if (first.getAndSet(false)) {
                store.append(Expected.any(), AgentEvents.started(agent.toString(), "other"));
            }
            assertThat(state).isPresent();
            return List.of(AgentEvents.started(agent.toString(), "mine"));
        });
        assertThat(after.revision().version()).isEqualTo(3);
        assertThat(after.state().flatMap(one -> Optional.ofNullable(one.currentTask())))
                .contains("mine");
    }

    @Test
    void givesUpOnAnAggregateThatOthersAlwaysChangeFirst() {
        created();
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> repository.update(agent.toString(), state -> {
                    store.append(Expected.any(), AgentEvents.started(agent.toString(), "other"));
                    return List.of(AgentEvents.started(agent.toString(), "mine"));
                }));
        assertThatIllegalArgumentException().isThrownBy(() -> new Repository<>(store, agents, 0));
    }
}
