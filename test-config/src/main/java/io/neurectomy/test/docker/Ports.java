package io.neurectomy.test.docker;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The ports of a running container. Nothing listens there: they are what inspecting and listing show. */
final class Ports {
    private final Map<String, ArrayNode> bindings = new TreeMap<>();

    /**
     * Takes what a client asked for.
     *
     * @param config what it asked for
     * @param free gives a number for each port of the host that the client leaves open
     */
    Ports(ContainerConfig config, IntSupplier free) {
        config.config().path("ExposedPorts").propertyNames().forEach(port -> bindings.put(port, array()));
        for (Map.Entry<String, JsonNode> port :
                config.host().path("PortBindings").properties()) {
            ArrayNode bound = array();
            for (JsonNode wanted : port.getValue()) {
                String address = wanted.path("HostIp").asString("");
                String number = wanted.path("HostPort").asString("");
                boolean open = number.isEmpty() || number.equals("0");
                ObjectNode binding = bound.addObject();
                binding.put("HostIp", address.isEmpty() ? "0.0.0.0" : address);
                binding.put("HostPort", open ? String.valueOf(free.getAsInt()) : number);
            }
            bindings.put(port.getKey(), bound);
        }
    }

    /** As {@code NetworkSettings.Ports} has them; null for a port that is not on the host. */
    ObjectNode inspected() {
        ObjectNode ports = JsonNodeFactory.instance.objectNode();
        bindings.forEach((port, bound) -> ports.set(port, bound.isEmpty() ? null : bound));
        return ports;
    }

    /** As the list of containers has them. */
    ArrayNode listed() {
        ArrayNode ports = array();
        bindings.forEach((port, bound) -> {
            if (bound.isEmpty()) {
                entry(ports, port);
            }
            for (JsonNode binding : bound) {
                entry(ports, port)
                        .put("IP", binding.path("HostIp").asString())
                        .put("PublicPort", binding.path("HostPort").asInt(0));
            }
        });
        return ports;
    }

    private static ObjectNode entry(ArrayNode ports, String port) {
        String[] parts = port.split("/", 2);
        return ports.addObject()
                .put("PrivatePort", parts[0].matches("\\d{1,5}") ? Integer.parseInt(parts[0]) : 0)
                .put("Type", parts.length > 1 ? parts[1] : "tcp");
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
