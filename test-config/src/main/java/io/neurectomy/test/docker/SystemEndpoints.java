package io.neurectomy.test.docker;

import io.neurectomy.test.docker.Response.Json;
import io.neurectomy.test.docker.Response.Streamed;
import io.neurectomy.test.docker.Response.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the Engine API has about the engine itself. */
final class SystemEndpoints {
    /** The engine whose answers were recorded. */
    static final String ENGINE_VERSION = "26.1.5";

    static final int NEWEST_MINOR = 45;
    static final int OLDEST_MINOR = 24;
    private static final String NEWEST = "1." + NEWEST_MINOR;
    private static final String OLDEST = "1." + OLDEST_MINOR;

    private final Engine engine;

    SystemEndpoints(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/_ping", Set.of(), request -> new Text("OK")),
                new Route("HEAD", "/_ping", Set.of(), request -> new Text("")),
                new Route("GET", "/version", Set.of(), request -> version()),
                new Route("GET", "/info", Set.of(), request -> info()),
                new Route("GET", "/events", Set.of("since", "until", "filters"), this::events));
    }

    private Response events(Request request) {
        return new Streamed("application/json", new EventBody(engine.events(), request));
    }

    private static Response version() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("Platform").put("Name", "FakeDocker");
        ObjectNode component = json.putArray("Components").addObject();
        component.put("Name", "Engine").put("Version", ENGINE_VERSION);
        component
                .putObject("Details")
                .put("ApiVersion", NEWEST)
                .put("MinAPIVersion", OLDEST)
                .put("Os", "linux")
                .put("Arch", "amd64")
                .put("Experimental", "false");
        json.put("Version", ENGINE_VERSION);
        json.put("ApiVersion", NEWEST);
        json.put("MinAPIVersion", OLDEST);
        json.put("GitCommit", "");
        json.put("GoVersion", "");
        json.put("Os", "linux");
        json.put("Arch", "amd64");
        json.put("KernelVersion", "");
        return new Json(json);
    }

    private Response info() {
        List<FakeContainer> containers = engine.containers();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ID", "fake");
        json.put("Name", "fake");
        json.put("Containers", containers.size());
        json.put("ContainersRunning", count(containers, ContainerStatus.RUNNING));
        json.put("ContainersPaused", count(containers, ContainerStatus.PAUSED));
        json.put(
                "ContainersStopped",
                count(containers, ContainerStatus.CREATED) + count(containers, ContainerStatus.EXITED));
        json.put("Images", engine.images().size());
        json.put("Driver", "fake");
        json.put("LoggingDriver", "json-file");
        json.put("SystemTime", ContainerJson.time(Instant.now()));
        json.put("OperatingSystem", "FakeDocker");
        json.put("OSType", "linux");
        json.put("Architecture", "x86_64");
        json.put("IndexServerAddress", "https://index.docker.io/v1/");
        json.put("NCPU", 1);
        json.put("MemTotal", 0);
        json.put("ServerVersion", ENGINE_VERSION);
        json.putObject("Swarm").put("LocalNodeState", "inactive");
        return new Json(json);
    }

    private static long count(List<FakeContainer> containers, ContainerStatus status) {
        return containers.stream()
                .filter(container -> container.status() == status)
                .count();
    }
}
