package io.neurectomy.test.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client asked for when it created a container: the body of the request, kept so that inspecting shows it again. */
final class ContainerConfig {
    private final ObjectNode config;
    private final ObjectNode host;

    /**
     * Takes a body.
     *
     * @param body what {@code POST /containers/create} takes
     * @throws EngineException if a member that is read here has another type than Docker's
     */
    ContainerConfig(ObjectNode body) {
        config = body.deepCopy();
        config.remove("NetworkingConfig");
        JsonNode given = config.remove("HostConfig");
        if (given != null && !given.isNull() && !given.isObject()) {
            throw wrong("HostConfig", "an object");
        }
        host = given instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        strings("Entrypoint");
        strings("Cmd");
        labels();
    }

    /** The members of {@code Config}, a copy. */
    ObjectNode config() {
        return config.deepCopy();
    }

    /** The members of {@code HostConfig}, a copy. */
    ObjectNode host() {
        return host.deepCopy();
    }

    String image() {
        return config.path("Image").asString("");
    }

    boolean isTerminal() {
        return config.path("Tty").asBoolean(false);
    }

    boolean isRemovedAtExit() {
        return host.path("AutoRemove").asBoolean(false);
    }

    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        JsonNode given = config.path("Labels");
        if (!given.isObject() && !given.isNull() && !given.isMissingNode()) {
            throw wrong("Labels", "an object");
        }
        given.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return labels;
    }

    /** Entry point and command; a shell where there is neither. */
    List<String> command() {
        List<String> command = new ArrayList<>(strings("Entrypoint"));
        command.addAll(strings("Cmd"));
        return command.isEmpty() ? List.of("/bin/sh") : command;
    }

    String network() {
        String mode = host.path("NetworkMode").asString("");
        return mode.isEmpty() || mode.equals("default") ? "bridge" : mode;
    }

    /** An array of strings, or one string, as Docker takes both. */
    private List<String> strings(String member) {
        JsonNode given = config.path(member);
        if (given.isString()) {
            return List.of(given.asString());
        }
        if (!given.isArray() && !given.isNull() && !given.isMissingNode()) {
            throw wrong(member, "an array of strings");
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode element : given) {
            if (!element.isString()) {
                throw wrong(member, "an array of strings");
            }
            strings.add(element.asString());
        }
        return strings;
    }

    private static EngineException wrong(String member, String expected) {
        return EngineException.badRequest("invalid JSON: %s is not %s".formatted(member, expected));
    }
}
