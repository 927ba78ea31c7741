package io.neurectomy.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs what README.md shows. */
class ErrorQuickStartTest {

    @Test
    void runsAsShown() {
        // begin
        NeurectomyException thrown = new NotFoundException(
                new ErrorCode("AGENT_NOT_FOUND"),
                "agent 7: does not exist. List the agents.",
                ErrorContext.empty().with("agent", "7"),
                null);
        assertThat(thrown).hasMessage("[agent-not-found] agent 7: does not exist. List the agents.");

        // {"type":"https://neurectomy.io/problems/agent-not-found","title":"Not found","status":404,"detail":…
        ProblemDocument problem = thrown.toProblem();
        assertThat(NeurectomyException.from(problem))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(thrown.getMessage());
        assertThat(NeurectomyException.from(thrown.toApiError()).retryability()).isEqualTo(Retryability.NEVER);
        // end
        assertThat(problem.toJson())
                .startsWith("{\"type\":\"https://neurectomy.io/problems/agent-not-found\",\"title\":\"Not found\","
                        + "\"status\":404,\"detail\":");
    }
}
