package io.neurectomy.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.types.AgentStatus;
import org.junit.jupiter.api.Test;

/** Runs what README.md shows. */
class LifeCycleQuickStartTest {

    @Test
    void runsAsShown() {
        // begin
        AgentStatus status = LifeCycle.agent().after(AgentStatus.IDLE, AgentCommand.START);
        assertThat(status).isEqualTo(AgentStatus.RUNNING);

        assertThatThrownBy(() -> LifeCycle.agent().after(AgentStatus.COMPLETED, AgentCommand.START))
                .hasMessage("[refused-transition] agent: is completed, from where start does not lead to running."
                        + " Allowed is fail (to error).");
        // end
    }
}
