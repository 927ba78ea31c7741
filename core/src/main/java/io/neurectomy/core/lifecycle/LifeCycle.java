package io.neurectomy.core.lifecycle;

import io.neurectomy.types.AgentStatus;
import io.neurectomy.types.ContainerStatus;
import io.neurectomy.types.WorkflowStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A state machine as a table: each command has the status that it leads to and those that it is allowed in. Immutable, and
 * it holds no status itself.
 *
 * @param <S> the statuses
 * @param <C> the commands
 */
public final class LifeCycle<S extends Enum<S>, C extends Enum<C>> {

    private static final LifeCycle<AgentStatus, AgentCommand> AGENT = LifeCycle.<AgentStatus, AgentCommand>of(
                    "agent", AgentStatus.IDLE, AgentCommand.class)
            .allow(
                    AgentCommand.START,
                    AgentStatus.RUNNING,
                    EnumSet.of(AgentStatus.IDLE, AgentStatus.PAUSED, AgentStatus.ERROR))
            .allow(AgentCommand.PAUSE, AgentStatus.PAUSED, EnumSet.of(AgentStatus.RUNNING))
            .allow(
                    AgentCommand.STOP,
                    AgentStatus.IDLE,
                    EnumSet.of(AgentStatus.RUNNING, AgentStatus.PAUSED, AgentStatus.ERROR))
            .allow(AgentCommand.FAIL, AgentStatus.ERROR, EnumSet.allOf(AgentStatus.class))
            .allow(AgentCommand.COMPLETE, AgentStatus.COMPLETED, EnumSet.of(AgentStatus.RUNNING))
            .build();

    private static final LifeCycle<WorkflowStatus, WorkflowCommand> WORKFLOW =
            LifeCycle.<WorkflowStatus, WorkflowCommand>of("workflow", WorkflowStatus.DRAFT, WorkflowCommand.class)
                    .allow(
                            WorkflowCommand.START,
                            WorkflowStatus.ACTIVE,
                            EnumSet.of(WorkflowStatus.DRAFT, WorkflowStatus.PAUSED, WorkflowStatus.FAILED))
                    .allow(WorkflowCommand.PAUSE, WorkflowStatus.PAUSED, EnumSet.of(WorkflowStatus.ACTIVE))
                    .allow(WorkflowCommand.COMPLETE, WorkflowStatus.COMPLETED, EnumSet.of(WorkflowStatus.ACTIVE))
                    .allow(
                            WorkflowCommand.FAIL,
                            WorkflowStatus.FAILED,
                            EnumSet.of(WorkflowStatus.ACTIVE, WorkflowStatus.PAUSED))
                    .allow(
                            WorkflowCommand.CANCEL,
                            WorkflowStatus.FAILED,
                            EnumSet.of(WorkflowStatus.ACTIVE, WorkflowStatus.PAUSED))
                    .build();

    private static final LifeCycle<ContainerStatus, ContainerCommand> CONTAINER =
            LifeCycle.<ContainerStatus, ContainerCommand>of(
                            "container", ContainerStatus.CREATED, ContainerCommand.class)
                    .allow(
                            ContainerCommand.START,
                            ContainerStatus.RUNNING,
                            EnumSet.of(ContainerStatus.CREATED, ContainerStatus.EXITED))
                    .allow(ContainerCommand.PAUSE, ContainerStatus.PAUSED, EnumSet.of(ContainerStatus.RUNNING))
                    .allow(ContainerCommand.RESUME, ContainerStatus.RUNNING, EnumSet.of(ContainerStatus.PAUSED))
                    .allow(
                            ContainerCommand.EXIT,
                            ContainerStatus.EXITED,
                            EnumSet.of(ContainerStatus.RUNNING, ContainerStatus.PAUSED))
                    .allow(
                            ContainerCommand.DIE,
                            ContainerStatus.DEAD,
                            EnumSet.complementOf(EnumSet.of(ContainerStatus.DEAD)))
                    .build();

    private final String subject;
    private final S initial;
    private final Map<C, Row<S>> rows;

    private LifeCycle(String subject, S initial, Map<C, Row<S>> rows) {
        this.subject = subject;
        this.initial = initial;
        this.rows = rows;
    }

    /**
     * Returns the life cycle of agents. No command leads to {@code active}, which older documents have; an agent in it can
     * only fail.
     *
     * @return the table
     */
    public static LifeCycle<AgentStatus, AgentCommand> agent() {
        return AGENT;
    }

    /**
     * Returns the life cycle of workflows. It follows that of agents: what is paused or has failed can be started again,
     * what is completed is over. There is no status for a cancelled one, so it has failed.
     *
     * @return the table
     */
    public static LifeCycle<WorkflowStatus, WorkflowCommand> workflow() {
        return WORKFLOW;
    }

    /**
     * Returns the life cycle of containers, which is what container engines do: a container that exited can be started
     * again, a dead one can only be removed.
     *
     * @return the table
     */
    public static LifeCycle<ContainerStatus, ContainerCommand> container() {
        return CONTAINER;
    }

    /**
     * Begins a life cycle of another kind of thing.
     *
     * @param subject what has the status, for messages
     * @param initial the status after creation
     * @param commands the commands, each of which must be allowed somewhere
     * @param <S> the statuses
     * @param <C> the commands
     * @return a builder
     */
    public static <S extends Enum<S>, C extends Enum<C>> Builder<S, C> of(
            String subject, S initial, Class<C> commands) {
        return new Builder<>(subject, initial, commands);
    }

    /**
     * Returns where it begins.
     *
     * @return the status after creation
     */
    public S initial() {
        return initial;
    }

    /**
     * Returns the status after a command.
     *
     * @param current the status before it
     * @param command the command
     * @return the status after it, which may be the same
     * @throws RefusedTransitionException if the command is not allowed in the status
     */
    public S after(S current, C command) {
        Row<S> row = row(command);
        if (!row.from().contains(current)) {
            throw RefusedTransitionException.of(this, subject, current, command, row.to());
        }
        return row.to();
    }

    /**
     * Says whether a command is allowed.
     *
     * @param current the status before it
     * @param command the command
     * @return whether {@link #after} returns a status
     */
    public boolean allows(S current, C command) {
        return row(command).from().contains(current);
    }

    /**
     * Returns what is allowed.
     *
     * @param current a status
     * @return the commands that are allowed in it, in their order, each with the status after it; empty if it is final
     */
    public Map<C, S> allowed(S current) {
        // Not an EnumMap, which would need the class of an empty one's keys.
        Map<C, S> allowed = new LinkedHashMap<>();
        rows.forEach((command, row) -> {
            if (row.from().contains(current)) {
                allowed.put(command, row.to());
            }
        });
        return Collections.unmodifiableMap(allowed);
    }

    private Row<S> row(C command) {
        @Nullable Row<S> row = rows.get(command);
        if (row == null) {
            throw new AssertionError("build() has seen that every command is allowed somewhere: " + command);
        }
        return row;
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Row<S extends Enum<S>>(S to, Set<S> from) {}

    /**
     * Builds a table. Not for use by several threads.
     *
     * @param <S> the statuses
     * @param <C> the commands
     */
    public static final class Builder<S extends Enum<S>, C extends Enum<C>> {

        private final String subject;
        private final S initial;
        private final Class<C> commands;
        private final Map<C, Row<S>> rows;

        private Builder(String subject, S initial, Class<C> commands) {
            this.subject = subject;
            this.initial = initial;
            this.commands = commands;
            this.rows = new EnumMap<>(commands);
        }

        /**
         * Allows a command.
         *
         * @param command the command, which is not allowed anywhere yet
         * @param to the status after it
         * @param from the statuses that it is allowed in, at least one
         * @return this builder
         * @throws IllegalArgumentException if the command has its row already, or there is no status
         */
        public Builder<S, C> allow(C command, S to, Set<S> from) {
            if (from.isEmpty() || rows.containsKey(command)) {
                throw new IllegalArgumentException("[life-cycle] " + subject + ", " + name(command)
                        + ": has no status that it is allowed in, or two rows. Write one row for each command.");
            }
            rows.put(command, new Row<>(to, Collections.unmodifiableSet(EnumSet.copyOf(from))));
            return this;
        }

        /**
         * Makes the table.
         *
         * @return the life cycle
         * @throws IllegalArgumentException if a command is allowed nowhere
         */
        public LifeCycle<S, C> build() {
            Set<C> missing = EnumSet.allOf(commands);
            missing.removeAll(rows.keySet());
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(
                        "[life-cycle] " + subject + ": " + missing + " have no row. Write one row for each command.");
            }
            return new LifeCycle<>(subject, initial, Collections.unmodifiableMap(new EnumMap<>(rows)));
        }
    }
}
