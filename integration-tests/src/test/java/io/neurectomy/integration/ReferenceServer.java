package io.neurectomy.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.event.AgentAggregate;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventStore;
import io.neurectomy.core.event.EventValidator;
import io.neurectomy.core.event.ProjectionSettings;
import io.neurectomy.core.event.Repository;
import io.neurectomy.core.event.nats.JetStreamEventStore;
import io.neurectomy.core.event.nats.JetStreamSettings;
import io.neurectomy.core.id.AgentId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.test.service.Service;
import io.neurectomy.test.service.Services;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentState;
import io.neurectomy.types.AgentTier;
import io.neurectomy.types.EventMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server of NEURECTOMY's API as small as it can be: GraphQL over HTTP, agents as aggregates whose events are in NATS JetStream, a
 * read model in PostgreSQL, idempotency keys in Redis. What it makes in the services is its own, and gone when it is closed; the events
 * stay, as events do.
 */
final class ReferenceServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceServer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cleanup cleanup = new Cleanup();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final EventStore<AgentEvent> events;
    private final Repository<AgentState, AgentEvent> agents;
    private final AgentAggregate agent = new AgentAggregate(EventId::generate, Clock.systemUTC());
    private final AgentReadModel readModel;
    private final IdempotencyKeys keys;
    private final GraphQL graphQl;
    private final HttpServer http;

    ReferenceServer(Services services) throws Exception {
        String name = services.freshName("reference");
        try {
            Connection nats =
                    cleanup.closing(Nats.connect(services.url(Service.NATS).toString()));
            EventCodec<AgentEvent> codec = EventCodec.builder(EventKind.AGENTS)
                    .validator(EventValidator.bySchemas())
                    .build();
            JetStreamEventStore<AgentEvent> store = JetStreamEventStore.open(nats, codec, JetStreamSettings.defaults());
            cleanup.closing(store::close);
            events = store;
            agents = new Repository<>(events, agent, 100);
            readModel = cleanup.closing(new AgentReadModel(services.url(Service.POSTGRES), name));
            cleanup.closing(() -> nats.jetStreamManagement().deleteConsumer(EventKind.AGENTS.stream(), name));
            cleanup.closing(events.project(ProjectionSettings.of(name), readModel::apply));
            keys = cleanup.closing(new IdempotencyKeys(services.url(Service.REDIS), name));
            graphQl = graphQl();
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newCachedThreadPool();
            cleanup.closing(threads::shutdownNow);
            http.setExecutor(threads);
            http.createContext("/graphql", this::answer);
            http.start();
            cleanup.closing(() -> http.stop(0));
        } catch (Exception e) {
            try {
                cleanup.close();
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/graphql");
    }

    EventStore<AgentEvent> events() {
        return events;
    }

    Repository<AgentState, AgentEvent> agents() {
        return agents;
    }

    AgentReadModel readModel() {
        return readModel;
    }

    /** Closes the connection of the next requests after they have done their work. */
    void loseAnswers(int number) {
        answersToLose.set(number);
    }

    @Override
    public void close() {
        cleanup.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            RequestContext context = RequestContext.fromHeaders(
                    header -> exchange.getRequestHeaders().getFirst(header));
            String answer = key == null ? execute(request, context) : keys.once(key, () -> execute(request, context));
            if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/graphql-response+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The JDK's server would drop the connection and say nothing.
            LOG.error("{} failed", exchange.getRequestURI(), e);
            throw e;
        }
    }

    private String execute(JsonNode request, RequestContext context) {
        Map<String, Object> variables = new LinkedHashMap<>();
        request.path("variables")
                .properties()
                .forEach(v -> variables.put(v.getKey(), JSON.treeToValue(v.getValue(), Object.class)));
        return JSON.writeValueAsString(graphQl.execute(ExecutionInput.newExecutionInput()
                        .query(request.path("query").asString())
                        .operationName(request.path("operationName").asString())
                        .variables(variables)
                        .graphQLContext(Map.of(EventMetadata.class, context.toEventMetadata()))
                        .build())
                .toSpecification());
    }

    private GraphQL graphQl() throws IOException {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new OpenTypes())
                .type(
                        "Query",
                        type -> type.dataFetcher("agent", e -> readModel.agent(e.getArgument("id")))
                                .dataFetcher("agents", this::page))
                .type(
                        "Mutation",
                        type -> type.dataFetcher("createAgent", this::create)
                                .dataFetcher("startAgent", e -> change(e, id -> agent.start(id, null, metadata(e))))
                                .dataFetcher("stopAgent", e -> change(e, id -> agent.stop(id, null, metadata(e)))))
                .build();
        try (InputStream in = AgentState.class.getResourceAsStream("/io/neurectomy/schemas/neurectomy.graphql");
                Reader sdl = new InputStreamReader(Optional.ofNullable(in).orElseThrow(), StandardCharsets.UTF_8)) {
            return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring))
                    .build();
        }
    }

    private static EventMetadata metadata(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(EventMetadata.class);
    }

    private Object create(DataFetchingEnvironment environment) throws Exception {
        Map<String, Object> input = environment.getArgument("input");
        AgentId id = AgentId.generate();
        AgentCreatedPayload payload = new AgentCreatedPayload(
                (String) input.get("name"),
                (String) input.get("codename"),
                AgentTier.valueOf((String) input.get("tier")),
                ((List<?>) input.get("capabilities"))
                        .stream().map(String::valueOf).toList());
        return done(id, agent.create(id, payload, metadata(environment)));
    }

    private Object change(
            DataFetchingEnvironment environment,
            Function<AgentId, Function<Optional<AgentState>, List<AgentEvent>>> decision)
            throws Exception {
        AgentId id = AgentId.parse(environment.getArgument("id"));
        return done(id, decision.apply(id));
    }

    private @Nullable Map<String, Object> done(AgentId id, Function<Optional<AgentState>, List<AgentEvent>> decision)
            throws Exception {
        Repository.Loaded<AgentState> after = agents.update(id.toString(), decision);
        readModel.await(after.revision().sequence());
        return readModel.agent(id.toString());
    }

    private Map<String, Object> page(DataFetchingEnvironment environment) throws Exception {
        int first = environment.getArgumentOrDefault("first", 20);
        String after = environment.getArgumentOrDefault("after", "0");
        List<Map<String, Object>> rows = readModel.agents(Long.parseLong(after), first + 1);
        List<Map<String, Object>> edges = rows.stream()
                .limit(first)
                .map(row -> Map.of("cursor", row.get("place").toString(), "node", row))
                .toList();
        Map<String, Object> pageInfo = new LinkedHashMap<>();
        pageInfo.put("hasNextPage", rows.size() > first);
        pageInfo.put("hasPreviousPage", !after.equals("0"));
        pageInfo.put(
                "endCursor",
                edges.isEmpty() ? null : edges.get(edges.size() - 1).get("cursor"));
        return Map.of("edges", edges, "pageInfo", pageInfo);
    }

    /** The scalars of the SDL are what they look like in JSON, and no union is selected here. */
    private static final class OpenTypes implements WiringFactory {
        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return GraphQLScalarType.newScalar()
                    .name(environment.getScalarTypeDefinition().getName())
                    .coercing(new AsInJson())
                    .build();
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return resolved -> null;
        }
    }

    /** Takes and gives values as they are; a literal in the document is read as the specification reads a string. */
    private static final class AsInJson implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return Optional.ofNullable(
                            Scalars.GraphQLString.getCoercing().parseLiteral(literal, variables, context, locale))
                    .orElseThrow();
        }
    }
}
