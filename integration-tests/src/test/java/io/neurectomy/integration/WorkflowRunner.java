package io.neurectomy.integration;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Frame;
import io.neurectomy.core.event.EventStore;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.time.TimestampFormat;
import io.neurectomy.types.ApiError;
import io.neurectomy.types.ContainerCreatedEvent;
import io.neurectomy.types.ContainerCreatedPayload;
import io.neurectomy.types.ContainerEvent;
import io.neurectomy.types.ContainerExitedEvent;
import io.neurectomy.types.ContainerExitedPayload;
import io.neurectomy.types.ContainerStartedEvent;
import io.neurectomy.types.ContainerStartedPayload;
import io.neurectomy.types.EventMetadata;
import io.neurectomy.types.WorkflowCompletedEvent;
import io.neurectomy.types.WorkflowCompletedPayload;
import io.neurectomy.types.WorkflowCreatedEvent;
import io.neurectomy.types.WorkflowCreatedPayload;
import io.neurectomy.types.WorkflowEdge;
import io.neurectomy.types.WorkflowEvent;
import io.neurectomy.types.WorkflowFailedEvent;
import io.neurectomy.types.WorkflowNode;
import io.neurectomy.types.WorkflowStartedEvent;
import io.neurectomy.types.WorkflowStartedPayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Works through a workflow: a container for each node, one after the other along the edges, and an event for all that happens. */
record WorkflowRunner(
        EventStore<WorkflowEvent> workflows,
        EventStore<ContainerEvent> containers,
        DockerClient docker,
        EventMetadata metadata) {
    private static final int SECONDS = 30;

    /** The end of a container. */
    private record Ended(int exitCode, String log) {}

    /** Runs a workflow that was created; the first node that fails ends it. */
    void run(String workflowId) throws InterruptedException {
        List<RecordedEvent<WorkflowEvent>> history = workflows.read(workflowId);
        WorkflowCreatedPayload workflow = ((WorkflowCreatedEvent) history.get(0).event()).payload();
        Revision revision = history.get(history.size() - 1).revision();
        revision = workflows
                .append(
                        Expected.exact(revision),
                        new WorkflowStartedEvent(
                                id(), workflowId, now(), metadata, 1, new WorkflowStartedPayload(null)))
                .revision();
        Map<String, JsonNode> outputs = new LinkedHashMap<>();
        for (WorkflowNode node : inOrder(workflow)) {
            Ended ended = run(workflowId, node);
            if (ended.exitCode() != 0) {
                String what = "node " + node.id() + " ended with " + ended.exitCode() + ": "
                        + ended.log().strip();
                workflows.append(
                        Expected.exact(revision),
                        new WorkflowFailedEvent(
                                id(), workflowId, now(), metadata, 1, new ApiError("NODE_FAILED", what, null)));
                return;
            }
            outputs.put(
                    node.id(), JsonNodeFactory.instance.stringNode(ended.log().strip()));
        }
        workflows.append(
                Expected.exact(revision),
                new WorkflowCompletedEvent(
                        id(), workflowId, now(), metadata, 1, new WorkflowCompletedPayload(outputs)));
    }

    private Ended run(String workflowId, WorkflowNode node) throws InterruptedException {
        String image = String.valueOf(
                node.data().config() == null
                        ? ""
                        : node.data().config().get("image").asString());
        Map<String, String> labels = Map.of("workflow", workflowId, "node", node.id());
        String container =
                docker.createContainerCmd(image).withLabels(labels).exec().getId();
        try {
            Revision revision = containers
                    .append(
                            Expected.none(),
                            new ContainerCreatedEvent(
                                    id(),
                                    container,
                                    now(),
                                    metadata,
                                    1,
                                    new ContainerCreatedPayload(
                                            node.id(), image, List.of(), List.of(), Map.of(), labels)))
                    .revision();
            docker.startContainerCmd(container).exec();
            revision = containers
                    .append(
                            Expected.exact(revision),
                            new ContainerStartedEvent(
                                    id(), container, now(), metadata, 1, new ContainerStartedPayload(null)))
                    .revision();
            int code = docker.waitContainerCmd(container)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode(SECONDS, TimeUnit.SECONDS);
            containers.append(
                    Expected.exact(revision),
                    new ContainerExitedEvent(
                            id(), container, now(), metadata, 1, new ContainerExitedPayload((long) code, null)));
            return new Ended(code, log(container));
        } finally {
            docker.removeContainerCmd(container).withForce(true).exec();
        }
    }

    private String log(String container) throws InterruptedException {
        StringBuffer text = new StringBuffer();
        docker.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .exec(new ResultCallback.Adapter<Frame>() {
                    @Override
                    public void onNext(Frame frame) {
                        text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                    }
                })
                .awaitCompletion(SECONDS, TimeUnit.SECONDS);
        return text.toString();
    }

    /** Each node after those that its edges come from. */
    private static List<WorkflowNode> inOrder(WorkflowCreatedPayload workflow) {
        List<WorkflowNode> left = new ArrayList<>(workflow.nodes());
        List<WorkflowNode> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            WorkflowNode next = left.stream()
                    .filter(node -> workflow.edges().stream()
                            .filter(edge -> edge.target().equals(node.id()))
                            .map(WorkflowEdge::source)
                            .noneMatch(source ->
                                    left.stream().anyMatch(other -> other.id().equals(source))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the edges form a circle"));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static String id() {
        return EventId.generate().toString();
    }

    private static String now() {
        return TimestampFormat.format(Instant.now());
    }
}
