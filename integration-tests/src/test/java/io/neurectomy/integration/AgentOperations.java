package io.neurectomy.integration;

import io.neurectomy.client.GraphQlRequest;
import io.neurectomy.client.NeurectomyClient;
import io.neurectomy.client.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on agents that the tests use. */
record AgentOperations(NeurectomyClient client) {
    private static final String FIELDS = " { id name status capabilities createdAt }";

    /** An agent as the API tells it. */
    public record Agent(String id, String name, String status, List<String> capabilities, String createdAt) {}

    /** What a client says of a new agent. */
    public record AgentConfig(
            String name,
            String codename,
            String tier,
            String description,
            String philosophy,
            List<String> capabilities) {}

    /** The data of an operation on one agent. */
    public record One(@Nullable Agent agent) {}

    /** The data of a list. */
    public record Listed(Connection agents) {}

    /** A part of a list. */
    public record Connection(List<Edge> edges, PageInfo pageInfo) {}

    /** An agent in a list. */
    public record Edge(Agent node) {}

    /** Where a part lies. */
    public record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    Agent create(String name, String... capabilities) {
        AgentConfig config = new AgentConfig(
                name,
                name.toUpperCase(Locale.ROOT).replaceAll("\\W", "_"),
                "SPECIALIST",
                "Helps",
                "With care",
                List.of(capabilities));
        return one(GraphQlRequest.mutation(
                "CreateAgent",
                "mutation CreateAgent($input: AgentConfigInput!) { agent: createAgent(input: $input)" + FIELDS + " }",
                Map.of("input", config),
                One.class));
    }

    Agent start(String id) {
        return change("StartAgent", "startAgent", id);
    }

    Agent stop(String id) {
        return change("StopAgent", "stopAgent", id);
    }

    @Nullable
    Agent find(String id) {
        return client.execute(GraphQlRequest.query(
                        "Agent",
                        "query Agent($id: UUID!) { agent(id: $id)" + FIELDS + " }",
                        Map.of("id", id),
                        One.class))
                .orThrow()
                .agent();
    }

    /** All agents, fetched as they are asked for. */
    Stream<Agent> all(int pageSize) {
        return Page.stream(cursor -> {
            Connection part = client.execute(GraphQlRequest.query(
                            "Agents",
                            "query Agents($first: Int, $after: String) { agents(first: $first, after: $after) {"
                                    + " edges { node" + FIELDS + " } pageInfo { hasNextPage endCursor } } }",
                            cursor == null ? Map.of("first", pageSize) : Map.of("first", pageSize, "after", cursor),
                            Listed.class))
                    .orThrow()
                    .agents();
            return new Page<>(
                    part.edges().stream().map(Edge::node).toList(),
                    part.pageInfo().hasNextPage() ? part.pageInfo().endCursor() : null);
        });
    }

    private Agent change(String operation, String field, String id) {
        return one(GraphQlRequest.mutation(
                operation,
                "mutation " + operation + "($id: UUID!) { agent: " + field + "(id: $id)" + FIELDS + " }",
                Map.of("id", id),
                One.class));
    }

    private Agent one(GraphQlRequest<?, One> request) {
        Agent agent = client.execute(request).orThrow().agent();
        if (agent == null) {
            throw new IllegalStateException("no agent");
        }
        return agent;
    }
}
