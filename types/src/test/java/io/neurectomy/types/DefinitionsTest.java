package io.neurectomy.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everyone who uses the types relies on by name. */
class DefinitionsTest {

    private static final Agent AGENT = Agent.builder()
            .id("019c13ec-9e00-7123-9004-8d159e26af37")
            .name("Code Reviewer")
            .codename("CODE_REVIEWER")
            .tier(AgentTier.FOUNDATIONAL)
            .status(AgentStatus.IDLE)
            .capabilities(List.of("review"))
            .build();

    @Test
    void agentStatusHasSixValues() {
        assertThat(Stream.of(AgentStatus.values()).map(AgentStatus::value))
                .containsExactly("idle", "running", "paused", "error", "completed", "active");
    }

    @Test
    void agentTierHasEightValues() {
        assertThat(Stream.of(AgentTier.values()).map(AgentTier::value))
                .containsExactly(
                        "foundational",
                        "specialist",
                        "innovator",
                        "meta",
                        "domain",
                        "emerging",
                        "human-centric",
                        "enterprise");
    }

    @Test
    void agentHasItsRequiredMembersAndNoOthersUnlessSet() {
        assertThat(Documents.read(JavaType.write(AGENT)).propertyNames())
                .containsExactlyInAnyOrder("id", "name", "codename", "tier", "status", "capabilities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "codename", "tier", "status", "capabilities"})
    void agentIsRefusedWithoutARequiredMember(String member) {
        String without =
                Documents.read(JavaType.write(AGENT)).asObject().without(member).toString();

        assertThatThrownBy(() -> JavaType.read("Agent", without)).hasMessageContaining(member);
    }

    @Test
    void workflowHoldsNodesAndEdges() {
        assertThat(Stream.of(Workflow.class.getRecordComponents()).map(component -> component.getName()))
                .contains("id", "name", "nodes", "edges", "status");
    }

    @Test
    void triggersAreToldApartByTheirType() {
        assertThat(JavaType.read("WorkflowTrigger", "{\"type\":\"manual\"}")).isInstanceOf(ManualTrigger.class);
    }
}
