package io.neurectomy.core.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.error.Retryability;
import io.neurectomy.types.AgentStatus;
import io.neurectomy.types.ContainerStatus;
import io.neurectomy.types.WorkflowStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables are files beside this class: statuses down, commands across, and the status after each. */
class LifeCycleTest {

    static Stream<Arguments> agents() throws IOException {
        return cases("agent.txt", AgentStatus.class, AgentCommand.class);
    }

    static Stream<Arguments> workflows() throws IOException {
        return cases("workflow.txt", WorkflowStatus.class, WorkflowCommand.class);
    }

    static Stream<Arguments> containers() throws IOException {
        return cases("container.txt", ContainerStatus.class, ContainerCommand.class);
    }

    /** Reads a table and makes sure that it has every status and every command. */
    private static <S extends Enum<S>, C extends Enum<C>> Stream<Arguments> cases(
            String file, Class<S> statuses, Class<C> commands) throws IOException {
        try (InputStream table = Objects.requireNonNull(LifeCycleTest.class.getResourceAsStream(file))) {
            List<String[]> rows = new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.strip().split(" +"))
                    .toList();
            List<Arguments> cases = new ArrayList<>();
            for (String[] row : rows.subList(1, rows.size())) {
                for (int column = 1; column < row.length; column++) {
                    cases.add(Arguments.of(
                            Enum.valueOf(statuses, row[0].toUpperCase(Locale.ROOT)),
                            Enum.valueOf(commands, rows.get(0)[column - 1].toUpperCase(Locale.ROOT)),
                            row[column]));
                }
            }
            assertThat(cases).hasSize(statuses.getEnumConstants().length * commands.getEnumConstants().length);
            assertThat(cases).doesNotHaveDuplicates();
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("agents")
    void movesAgents(AgentStatus from, AgentCommand command, String to) {
        assertMoves(LifeCycle.agent(), from, command, to);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void movesWorkflows(WorkflowStatus from, WorkflowCommand command, String to) {
        assertMoves(LifeCycle.workflow(), from, command, to);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void movesContainers(ContainerStatus from, ContainerCommand command, String to) {
        assertMoves(LifeCycle.container(), from, command, to);
    }

    private static <S extends Enum<S>, C extends Enum<C>> void assertMoves(
            LifeCycle<S, C> lifeCycle, S from, C command, String to) {
        boolean allowed = !to.equals("-");
        assertThat(lifeCycle.allows(from, command)).isEqualTo(allowed);
        assertThat(lifeCycle.allowed(from).containsKey(command)).isEqualTo(allowed);
        if (allowed) {
            assertThat(lifeCycle.after(from, command)).hasToString(to.toUpperCase(Locale.ROOT));
            assertThat(lifeCycle.allowed(from)).containsEntry(command, lifeCycle.after(from, command));
        } else {
            assertThatThrownBy(() -> lifeCycle.after(from, command))
                    .isInstanceOf(RefusedTransitionException.class)
                    .hasMessageContaining(": is " + from.name().toLowerCase(Locale.ROOT) + ", from where "
                            + command.name().toLowerCase(Locale.ROOT) + " does not lead to ");
        }
    }

    @Test
    void namesBothStatusesAndWhatWouldBeAllowed() {
        assertThatThrownBy(() -> LifeCycle.agent().after(AgentStatus.PAUSED, AgentCommand.COMPLETE))
                .isInstanceOfSatisfying(RefusedTransitionException.class, e -> {
                    assertThat(e)
                            .hasMessage("[refused-transition] agent: is paused, from where complete does not lead to"
                                    + " completed. Allowed is start (to running), stop (to idle), fail (to error).");
                    assertThat(e.context())
                            .hasToString("{subject=\"agent\", command=\"complete\", from=\"paused\", to=\"completed\","
                                    + " allowed=[\"start\",\"stop\",\"fail\"]}");
                    assertThat(e.status()).isEqualTo(409);
                    assertThat(e.retryability()).isEqualTo(Retryability.NEVER);
                });
        assertThatThrownBy(() -> LifeCycle.workflow().after(WorkflowStatus.COMPLETED, WorkflowCommand.START))
                .hasMessageEndingWith(
                        "is completed, from where start does not lead to active. Nothing is allowed any" + " more.");
    }

    @Test
    void beginsWhereCreationLeads() {
        assertThat(LifeCycle.agent().initial()).isEqualTo(AgentStatus.IDLE);
        assertThat(LifeCycle.workflow().initial()).isEqualTo(WorkflowStatus.DRAFT);
        assertThat(LifeCycle.container().initial()).isEqualTo(ContainerStatus.CREATED);
    }

    @Test
    void refusesATableThatIsNotWhole() {
        LifeCycle.Builder<AgentStatus, AgentCommand> table =
                LifeCycle.of("robot", AgentStatus.IDLE, AgentCommand.class);
        table.allow(AgentCommand.START, AgentStatus.RUNNING, EnumSet.of(AgentStatus.IDLE));

        assertThatThrownBy(table::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[life-cycle] robot: [PAUSE, STOP, FAIL, COMPLETE] have no row. Write one row for each command.");
        assertThatThrownBy(() -> table.allow(AgentCommand.START, AgentStatus.IDLE, EnumSet.of(AgentStatus.IDLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[life-cycle] robot, start: ");
        assertThatThrownBy(() -> table.allow(AgentCommand.STOP, AgentStatus.IDLE, EnumSet.noneOf(AgentStatus.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
