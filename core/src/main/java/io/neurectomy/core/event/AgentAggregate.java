package io.neurectomy.core.event;

import io.neurectomy.core.id.AgentId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.lifecycle.AgentCommand;
import io.neurectomy.core.lifecycle.LifeCycle;
import io.neurectomy.core.time.TimestampFormat;
import io.neurectomy.types.AgentCreatedEvent;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentErrorEvent;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import io.neurectomy.types.AgentState;
import io.neurectomy.types.AgentStatus;
import io.neurectomy.types.AgentStoppedEvent;
import io.neurectomy.types.AgentStoppedPayload;
import io.neurectomy.types.ApiError;
import io.neurectomy.types.EventMetadata;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent: what its events mean, and the decisions that lead to them. Each decision is for
 * {@link Repository#update}; what the life cycle does not allow is refused there. Safe for use by several threads.
 */
public final class AgentAggregate implements Aggregate<AgentState, AgentEvent> {
    private static final LifeCycle<AgentStatus, AgentCommand> LIFE_CYCLE = LifeCycle.agent();

    private final Supplier<EventId> ids;
    private final Clock clock;

    /**
     * Makes the aggregate.
     *
     * @param ids makes the ids of events
     * @param clock says when they happen
     */
    public AgentAggregate(Supplier<EventId> ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Class<AgentState> stateClass() {
        return AgentState.class;
    }

    @Override
    public long stateVersion() {
        return 1;
    }

    @Override
    public AgentState evolve(Optional<AgentState> before, AgentEvent event) {
        if (event instanceof AgentStartedEvent started) {
            return state(AgentStatus.RUNNING, started.payload().currentTask(), null);
        } else if (event instanceof AgentErrorEvent failed) {
            return state(AgentStatus.ERROR, null, failed.payload().message());
        }
        return state(LIFE_CYCLE.initial(), null, null);
    }

    private static AgentState state(AgentStatus status, @Nullable String task, @Nullable String error) {
        return AgentState.builder()
                .status(status)
                .currentTask(task)
                .lastError(error)
                .build();
    }

    /**
     * Creates the agent.
     *
     * @param agent its id
     * @param payload what it is
     * @param metadata where the command comes from
     * @return the decision; an agent that exists already stays as it is
     */
    public Function<Optional<AgentState>, List<AgentEvent>> create(
            AgentId agent, AgentCreatedPayload payload, EventMetadata metadata) {
        return state -> state.isPresent()
                ? List.of()
                : List.of(new AgentCreatedEvent(id(), agent.toString(), now(), metadata, 1, payload));
    }

    /**
     * Starts the agent.
     *
     * @param agent its id
     * @param task what it works on, {@code null} if nothing yet
     * @param metadata where the command comes from
     * @return the decision
     */
    public Function<Optional<AgentState>, List<AgentEvent>> start(
            AgentId agent, @Nullable String task, EventMetadata metadata) {
        return state -> {
            check(agent, state, AgentCommand.START);
            return List.of(
                    new AgentStartedEvent(id(), agent.toString(), now(), metadata, 1, new AgentStartedPayload(task)));
        };
    }

    /**
     * Stops the agent.
     *
     * @param agent its id
     * @param reason why, {@code null} if nobody said
     * @param metadata where the command comes from
     * @return the decision
     */
    public Function<Optional<AgentState>, List<AgentEvent>> stop(
            AgentId agent, @Nullable String reason, EventMetadata metadata) {
        return state -> {
            check(agent, state, AgentCommand.STOP);
            return List.of(
                    new AgentStoppedEvent(id(), agent.toString(), now(), metadata, 1, new AgentStoppedPayload(reason)));
        };
    }

    /**
     * Notes that the agent has failed.
     *
     * @param agent its id
     * @param error why
     * @param metadata where the command comes from
     * @return the decision
     */
    public Function<Optional<AgentState>, List<AgentEvent>> fail(
            AgentId agent, ApiError error, EventMetadata metadata) {
        return state -> {
            check(agent, state, AgentCommand.FAIL);
            return List.of(new AgentErrorEvent(id(), agent.toString(), now(), metadata, 1, error));
        };
    }

    private static void check(AgentId agent, Optional<AgentState> state, AgentCommand command) {
        if (state.isEmpty()) {
            throw AggregateMissingException.of("agent " + agent);
        }
        LIFE_CYCLE.after(state.get().status(), command);
    }

    private String id() {
        return ids.get().toString();
    }

    private String now() {
        return TimestampFormat.format(clock.instant());
    }
}
