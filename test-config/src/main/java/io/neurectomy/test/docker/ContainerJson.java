package io.neurectomy.test.docker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Containers as documents of the Engine API. */
final class ContainerJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int SHORT_ID = 12;
    private static final int MINUTE = 60;

    private ContainerJson() {}

    static ObjectNode inspected(FakeContainer container) {
        ContainerState state = container.state();
        ContainerConfig config = container.config();
        List<String> command = config.command();
        ObjectNode json = NODES.objectNode();
        json.put("Id", container.id());
        json.put("Created", time(state.created()));
        json.put("Path", command.get(0));
        ArrayNode arguments = json.putArray("Args");
        command.stream().skip(1).forEach(arguments::add);
        json.set("State", state(state));
        json.put("Image", container.image().id());
        json.put("Name", "/" + container.name());
        json.put("RestartCount", 0);
        json.put("Driver", "fake");
        json.put("Platform", "linux");
        json.set("HostConfig", host(config));
        json.putArray("Mounts");
        ObjectNode settings = config.config();
        if (settings.path("Hostname").asString("").isEmpty()) {
            settings.put("Hostname", container.id().substring(0, SHORT_ID));
        }
        settings.set("Labels", labels(config));
        json.set("Config", settings);
        ObjectNode network = json.putObject("NetworkSettings");
        network.set("Ports", state.status().isAlive() ? container.ports().inspected() : NODES.objectNode());
        network.putObject("Networks").putObject(config.network());
        return json;
    }

    static ObjectNode listed(FakeContainer container) {
        ContainerState state = container.state();
        ContainerConfig config = container.config();
        ObjectNode json = NODES.objectNode();
        json.put("Id", container.id());
        json.putArray("Names").add("/" + container.name());
        json.put("Image", config.image());
        json.put("ImageID", container.image().id());
        json.put("Command", config.command().stream().map(ContainerJson::quoted).collect(Collectors.joining(" ")));
        json.put("Created", state.created().getEpochSecond());
        json.set("Ports", state.status().isAlive() ? container.ports().listed() : NODES.arrayNode());
        json.set("Labels", labels(config));
        json.put("State", state.status().word());
        json.put("Status", sentence(state));
        json.putObject("HostConfig").put("NetworkMode", config.network());
        json.putObject("NetworkSettings").putObject("Networks").putObject(config.network());
        json.putArray("Mounts");
        return json;
    }

    /** A time as Docker writes it: the first year for never. */
    static String time(@Nullable Instant instant) {
        return instant == null ? "0001-01-01T00:00:00Z" : TIME.format(instant);
    }

    private static ObjectNode state(ContainerState state) {
        ObjectNode json = NODES.objectNode();
        json.put("Status", state.status().word());
        json.put("Running", state.status().isAlive());
        json.put("Paused", state.status() == ContainerStatus.PAUSED);
        json.put("Restarting", false);
        json.put("OOMKilled", false);
        json.put("Dead", false);
        json.put("Pid", state.status().isAlive() ? 1 : 0);
        json.put("ExitCode", state.exitCode());
        json.put("Error", "");
        json.put("StartedAt", time(state.started()));
        json.put("FinishedAt", time(state.finished()));
        return json;
    }

    private static ObjectNode host(ContainerConfig config) {
        ObjectNode host = config.host();
        host.put("NetworkMode", config.network());
        host.put("AutoRemove", config.isRemovedAtExit());
        if (!host.path("LogConfig").isObject()) {
            host.putObject("LogConfig").put("Type", "json-file").putObject("Config");
        }
        return host;
    }

    private static ObjectNode labels(ContainerConfig config) {
        ObjectNode labels = NODES.objectNode();
        config.labels().forEach(labels::put);
        return labels;
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** What {@code docker ps} shows. */
    private static String sentence(ContainerState state) {
        return switch (state.status()) {
            case CREATED -> "Created";
            case RUNNING -> "Up " + since(state.started());
            case PAUSED -> "Up " + since(state.started()) + " (Paused)";
            case EXITED -> "Exited (%d) %s ago".formatted(state.exitCode(), since(state.finished()));
        };
    }

    private static String since(@Nullable Instant instant) {
        long seconds =
                instant == null ? 0 : Duration.between(instant, Instant.now()).toSeconds();
        if (seconds < 1) {
            return "Less than a second";
        }
        if (seconds < MINUTE) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return seconds < 2 * MINUTE ? "About a minute" : seconds / MINUTE + " minutes";
    }
}
