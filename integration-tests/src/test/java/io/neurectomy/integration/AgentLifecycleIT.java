package io.neurectomy.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.client.ApiException;
import io.neurectomy.client.NeurectomyClient;
import io.neurectomy.client.RetryPolicy;
import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.integration.AgentOperations.Agent;
import io.neurectomy.test.service.NeedsService;
import io.neurectomy.test.service.Service;
import io.neurectomy.test.service.Services;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsService({Service.NATS, Service.POSTGRES, Service.REDIS})
class AgentLifecycleIT {
    private final Cleanup cleanup = new Cleanup();
    private ReferenceServer server;
    private AgentOperations agents;

    @BeforeEach
    void start(Services services) throws Exception {
        server = cleanup.closing(new ReferenceServer(services));
        agents = new AgentOperations(cleanup.closing(NeurectomyClient.builder()
                .endpoint(server.endpoint())
                .retries(new RetryPolicy(2, Duration.ofMillis(10), Duration.ofMillis(20)))
                .build()));
    }

    @AfterEach
    void cleanUp() {
        cleanup.close();
    }

    @Test
    void createsStartsAndStopsAnAgentWhoseHistoryTellsTheSame() {
        Agent agent = agents.create("Code Reviewer", "review", "java");
        assertThat(agent.status()).isEqualTo("IDLE");
        assertThat(agents.start(agent.id()).status()).isEqualTo("RUNNING");
        assertThat(agents.stop(agent.id()).status()).isEqualTo("IDLE");

        assertThat(server.events().read(agent.id()))
                .extracting(recorded -> EventKind.AGENTS.type(recorded.event()))
                .containsExactly("AGENT_CREATED", "AGENT_STARTED", "AGENT_STOPPED");
        assertThat(server.agents().load(agent.id()).state().orElseThrow().status())
                .isEqualTo(AgentStatus.IDLE);
        assertThat(agents.find(agent.id()))
                .isNotNull()
                .extracting(Agent::status)
                .isEqualTo("IDLE");
    }

    @Test
    void refusesWhatTheLifeCycleDoesNotAllow() {
        Agent agent = agents.create("Sleeper", "rest");
        assertThatThrownBy(() -> agents.stop(agent.id()))
                .isInstanceOf(ApiException.OperationFailed.class)
                .hasMessageContaining("/agent")
                .hasMessageContaining("is idle, from where stop does not lead to");
        assertThatThrownBy(() -> agents.start(UUID.randomUUID().toString()))
                .isInstanceOf(ApiException.OperationFailed.class);
        assertThat(server.events().read(agent.id())).hasSize(1);
    }

    @Test
    void changesOnceWhatIsRepeatedBecauseAnswersWereLost() {
        Agent agent = agents.create("Twice Asked", "patience");
        server.loseAnswers(2);
        assertThat(agents.start(agent.id()).status()).isEqualTo("RUNNING");
        assertThat(server.events().read(agent.id())).hasSize(2);
    }

    @Test
    void writesIntoEventsWhoAskedForThem() throws Exception {
        RequestContext context = RequestContext.start("ada");
        Agent agent = context.call(() -> agents.create("Traced", "trace"));
        RecordedEvent<AgentEvent> created = server.events().read(agent.id()).get(0);
        assertThat(EventKind.AGENTS.metadata(created.event()).userId()).isEqualTo("ada");
        assertThat(EventKind.AGENTS.metadata(created.event()).correlationId())
                .isEqualTo(context.correlationId().toString());
    }

    @Test
    void listsAgentsPageByPageInTheOrderOfTheirCreation() {
        List<String> created = IntStream.range(0, 5)
                .mapToObj(i -> agents.create("Listed " + i, "list").id())
                .toList();
        assertThat(agents.all(2).map(Agent::id).filter(created::contains)).containsExactlyElementsOf(created);
    }

    @Test
    void findsAgentsByTheLikenessOfTheirCapabilities() throws Exception {
        Agent cook = agents.create("Cook", "boil", "bake and roast");
        Agent gardener = agents.create("Gardener", "plant", "water and weed");
        assertThat(mostAlike(List.of(cook, gardener), "roast", "boil")).isEqualTo(cook.id());
        assertThat(mostAlike(List.of(cook, gardener), "weed", "water the plants"))
                .isEqualTo(gardener.id());
    }

    private Object mostAlike(List<Agent> among, String... capabilities) throws Exception {
        return server.readModel().alike(List.of(capabilities), Integer.MAX_VALUE).stream()
                .map(row -> row.get("id"))
                .filter(id -> among.stream().anyMatch(agent -> agent.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }
}
