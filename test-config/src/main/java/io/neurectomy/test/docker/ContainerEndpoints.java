package io.neurectomy.test.docker;

import io.neurectomy.test.docker.Response.Empty;
import io.neurectomy.test.docker.Response.Json;
import io.neurectomy.test.docker.Response.Streamed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the Engine API has below {@code /containers}. */
final class ContainerEndpoints {
    /** The first API version that tells clients by the media type whether a log is in frames. */
    private static final int MULTIPLEXED_SINCE = 42;

    private static final Set<String> FILTERS = Set.of("ancestor", "exited", "id", "label", "name", "status");
    private static final Set<String> OTHER_FILTERS =
            Set.of("before", "expose", "health", "isolation", "is-task", "network", "publish", "since", "volume");
    private static final Set<String> STATUSES =
            Set.of("created", "running", "paused", "restarting", "removing", "exited", "dead");

    private static final Set<String> LOG_PARAMETERS =
            Set.of("follow", "since", "stderr", "stdout", "tail", "timestamps", "until");

    private final Engine engine;

    ContainerEndpoints(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        String one = "/containers/([^/]+)";
        return List.of(
                new Route("GET", "/containers/json", Set.of("all", "limit", "filters"), this::list),
                new Route("POST", "/containers/create", Set.of("name", "platform"), this::create),
                new Route("GET", one + "/json", Set.of(), this::inspect),
                new Route("GET", one + "/logs", LOG_PARAMETERS, this::logs),
                new Route("POST", one + "/start", Set.of("detachKeys"), this::start),
                new Route("POST", one + "/stop", Set.of("t", "signal"), this::stop),
                new Route("POST", one + "/kill", Set.of("signal"), this::kill),
                new Route("POST", one + "/pause", Set.of(), this::pause),
                new Route("POST", one + "/unpause", Set.of(), this::unpause),
                new Route("POST", one + "/wait", Set.of("condition"), this::await),
                new Route("DELETE", one, Set.of("force", "v"), this::remove));
    }

    private Response list(Request request) {
        Filters filters = new Filters(request.text("filters")).allow("GET /containers/json", FILTERS, OTHER_FILTERS);
        for (String status : filters.get("status")) {
            if (!STATUSES.contains(status)) {
                throw EngineException.badRequest("invalid filter 'status=" + status + "'");
            }
        }
        for (String code : filters.get("exited")) {
            if (!code.matches("\\d{1,9}")) {
                throw EngineException.badRequest(
                        "invalid filter 'exited=%1$s': strconv.Atoi: parsing \"%1$s\": invalid syntax".formatted(code));
            }
        }
        int limit = request.number("limit", 0);
        boolean all = request.flag("all") || limit > 0 || filters.has("status");
        Stream<FakeContainer> found = engine.containers().stream()
                .filter(container -> (all || container.status().isAlive()) && matches(filters, container))
                .limit(limit > 0 ? limit : Long.MAX_VALUE);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        found.map(ContainerJson::listed).forEach(json::add);
        return new Json(json);
    }

    private static boolean matches(Filters filters, FakeContainer container) {
        ContainerState state = container.state();
        return filters.any("id", id -> Filters.found(id, container.id()))
                && filters.any("name", name -> Filters.found(name, container.name(), "/" + container.name()))
                && filters.any("status", state.status().word()::equals)
                && filters.any("ancestor", name -> isImage(container.image(), name))
                && filters.any(
                        "exited",
                        code -> state.status() == ContainerStatus.EXITED && state.exitCode() == Integer.parseInt(code))
                && filters.labels(container.config().labels());
    }

    private static boolean isImage(FakeImage image, String reference) {
        return image.id().equals(reference) || image.name().equals(ImageName.parse(reference));
    }

    private Response create(Request request) {
        ObjectNode body = request.json();
        if (body.isEmpty()) {
            throw EngineException.badRequest("config cannot be empty in order to create a container");
        }
        FakeContainer container = engine.create(request.query().get("name"), new ContainerConfig(body));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Id", container.id()).putArray("Warnings");
        return new Json(201, json);
    }

    private Response inspect(Request request) {
        return new Json(ContainerJson.inspected(container(request)));
    }

    private Response logs(Request request) {
        if (!request.flag("stdout") && !request.flag("stderr")) {
            throw EngineException.badRequest("Bad parameters: you must choose at least one stream");
        }
        FakeContainer container = container(request);
        boolean multiplexed =
                request.minor() >= MULTIPLEXED_SINCE && !container.config().isTerminal();
        return new Streamed(
                "application/vnd.docker." + (multiplexed ? "multiplexed" : "raw") + "-stream",
                new LogBody(container, request));
    }

    private Response start(Request request) {
        return new Empty(container(request).start() ? 204 : 304);
    }

    private Response stop(Request request) {
        // The process obeys at once, so the time is only checked.
        request.number("t", 0);
        FakeContainer container = container(request);
        Signal signal;
        try {
            signal = signal(request, Signal.TERM);
        } catch (EngineException e) {
            // Docker reads the signal only when it sends it, and then says that the error is its own.
            if (!container.status().isAlive()) {
                return new Empty(304);
            }
            throw new EngineException(500, "cannot stop container: " + request.subject() + ": " + e.getMessage());
        }
        return new Empty(container.stop(signal) ? 204 : 304);
    }

    private Response kill(Request request) {
        try {
            Signal signal = signal(request, Signal.KILL);
            container(request).kill(signal);
            return new Empty(204);
        } catch (EngineException e) {
            throw new EngineException(
                    e.status(), "cannot kill container: " + request.subject() + ": " + e.getMessage());
        }
    }

    private static Signal signal(Request request, Signal absent) {
        String text = request.text("signal");
        return text.isEmpty() ? absent : Signal.parse(text);
    }

    private Response pause(Request request) {
        container(request).pause();
        return new Empty(204);
    }

    private Response unpause(Request request) {
        container(request).unpause();
        return new Empty(204);
    }

    private Response await(Request request) {
        WaitCondition condition = WaitCondition.parse(request.text("condition"));
        FakeContainer container = container(request);
        // Counted before the headers go out: a client starts the container when it has seen them.
        int seen = container.exits();
        return new Streamed("application/json", out -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("StatusCode", container.await(condition, seen));
            out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    private Response remove(Request request) {
        container(request).remove(request.flag("force"));
        return new Empty(204);
    }

    private FakeContainer container(Request request) {
        return engine.container(request.subject());
    }
}
