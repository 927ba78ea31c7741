package io.neurectomy.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventStore;
import io.neurectomy.core.event.EventValidator;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.nats.JetStreamEventStore;
import io.neurectomy.core.event.nats.JetStreamSettings;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.id.WorkflowId;
import io.neurectomy.core.time.TimestampFormat;
import io.neurectomy.test.docker.FakeDocker;
import io.neurectomy.test.service.NeedsService;
import io.neurectomy.test.service.Service;
import io.neurectomy.test.service.Services;
import io.neurectomy.types.ContainerEvent;
import io.neurectomy.types.EventMetadata;
import io.neurectomy.types.Position3D;
import io.neurectomy.types.WorkflowCompletedEvent;
import io.neurectomy.types.WorkflowCreatedEvent;
import io.neurectomy.types.WorkflowCreatedPayload;
import io.neurectomy.types.WorkflowEdge;
import io.neurectomy.types.WorkflowEvent;
import io.neurectomy.types.WorkflowFailedEvent;
import io.neurectomy.types.WorkflowNode;
import io.neurectomy.types.WorkflowNodeData;
import io.neurectomy.types.WorkflowNodeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

@NeedsService(Service.NATS)
class ContainerWorkflowIT {
    private final Cleanup cleanup = new Cleanup();
    private final EventMetadata metadata = RequestContext.start("ada").toEventMetadata();
    private EventStore<WorkflowEvent> workflows;
    private EventStore<ContainerEvent> containers;
    private WorkflowRunner runner;

    @BeforeEach
    void open(Services services, FakeDocker docker) throws Exception {
        Connection nats =
                cleanup.closing(Nats.connect(services.url(Service.NATS).toString()));
        workflows = open(nats, EventKind.WORKFLOWS);
        containers = open(nats, EventKind.CONTAINERS);
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(docker.host().toString())
                .withDockerTlsVerify(false)
                .build();
        DockerClient client = cleanup.closing(DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .build()));
        runner = new WorkflowRunner(workflows, containers, client, metadata);
    }

    private <E> EventStore<E> open(Connection nats, EventKind<E> kind) throws Exception {
        EventStore<E> store = JetStreamEventStore.open(
                nats,
                EventCodec.builder(kind).validator(EventValidator.bySchemas()).build(),
                JetStreamSettings.defaults());
        cleanup.closing(store::close);
        return store;
    }

    @AfterEach
    void cleanUp() {
        cleanup.close();
    }

    @Test
    void runsAContainerForEachNodeAlongTheEdges(FakeDocker docker) throws Exception {
        docker.image("acme/read").logs("3 rows\n").exitsWith(0);
        docker.image("acme/write").logs("written\n").exitsWith(0);
        String workflow = create(List.of(node("write"), node("read")), edge("read", "write"));

        runner.run(workflow);

        List<RecordedEvent<WorkflowEvent>> history = workflows.read(workflow);
        assertThat(history)
                .extracting(recorded -> EventKind.WORKFLOWS.type(recorded.event()))
                .containsExactly("WORKFLOW_CREATED", "WORKFLOW_STARTED", "WORKFLOW_COMPLETED");
        assertThat(((WorkflowCompletedEvent) history.get(2).event())
                        .payload()
                        .outputs()
                        .toString())
                .isEqualTo("{read=\"3 rows\", write=\"written\"}");
        assertThat(docker.containers()).isEmpty();
    }

    @Test
    void endsWithTheFirstNodeThatFails(FakeDocker docker) throws Exception {
        docker.image("acme/read").logsToStandardError("no such table\n").exitsWith(2);
        docker.image("acme/write").exitsWith(0);
        String workflow = create(List.of(node("read"), node("write")), edge("read", "write"));

        runner.run(workflow);

        List<RecordedEvent<WorkflowEvent>> history = workflows.read(workflow);
        assertThat(history.get(history.size() - 1).event())
                .isInstanceOfSatisfying(
                        WorkflowFailedEvent.class,
                        failed -> assertThat(failed.payload().message())
                                .isEqualTo("node read ended with 2: no such table"));
        assertThat(docker.containers()).isEmpty();
    }

    private String create(List<WorkflowNode> nodes, WorkflowEdge... edges) {
        String id = WorkflowId.generate().toString();
        workflows.append(
                Expected.none(),
                new WorkflowCreatedEvent(
                        EventId.generate().toString(),
                        id,
                        TimestampFormat.format(Instant.now()),
                        metadata,
                        1,
                        new WorkflowCreatedPayload("Copy", nodes, List.of(edges))));
        return id;
    }

    private static WorkflowNode node(String id) {
        Position3D origin = new Position3D(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        return new WorkflowNode(
                id,
                WorkflowNodeType.TRANSFORM,
                origin,
                new WorkflowNodeData(
                        id, null, Map.of("image", JsonNodeFactory.instance.stringNode("acme/" + id)), null, null),
                null);
    }

    private static WorkflowEdge edge(String source, String target) {
        return new WorkflowEdge(source + "-" + target, source, target, null, null, null, null);
    }
}
