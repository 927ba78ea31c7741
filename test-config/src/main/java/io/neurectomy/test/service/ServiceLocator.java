package io.neurectomy.test.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Finds services, each once in the life of a JVM: what URL and container there is does not change between tests. */
final class ServiceLocator {
    private static final int CONNECT_MILLIS = 3_000;

    private final Map<String, String> environment;
    private final Containers containers;
    private final Map<Service, Availability> found = new EnumMap<>(Service.class);

    ServiceLocator(Map<String, String> environment, Containers containers) {
        this.environment = environment;
        this.containers = containers;
    }

    /** Whether a service that can't be had fails the test. */
    boolean isRequired() {
        return "true".equals(environment.get("CI")) || "required".equals(environment.get("NEURECTOMY_TEST_SERVICES"));
    }

    synchronized Availability locate(Service service) {
        Availability known = found.get(service);
        if (known == null) {
            known = look(service);
            found.put(service, known);
        }
        return known;
    }

    private Availability look(Service service) {
        String url = environment.getOrDefault(service.urlVariable(), "").strip();
        if (!url.isEmpty()) {
            return named(service, url);
        }
        if ("false".equals(environment.get("NEURECTOMY_TEST_DOCKER"))) {
            return new Availability.Missing(
                    "NEURECTOMY_TEST_DOCKER is false and " + service.urlVariable() + " is not set",
                    "Set " + service.urlVariable() + " to a running " + service.title() + ".");
        }
        return containers.start(service, environment.getOrDefault(service.imageVariable(), service.image()));
    }

    private static Availability named(Service service, String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            return new Availability.Dead(
                    service.urlVariable() + " is no URL: " + e.getMessage(), "Write " + example(service) + ".");
        }
        if (url.getHost() == null) {
            return new Availability.Dead(
                    service.urlVariable() + " is set to " + text + ", which names no host",
                    "Write " + example(service) + ".");
        }
        int port = url.getPort() < 0 ? service.port() : url.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
            return new Availability.Available(url);
        } catch (IOException e) {
            return new Availability.Dead(
                    "%s is set but %s:%d does not answer (%s)"
                            .formatted(service.urlVariable(), url.getHost(), port, e.getMessage()),
                    "Start " + service.title() + " there, or unset the variable.");
        }
    }

    private static String example(Service service) {
        return service.scheme() + "://127.0.0.1:" + service.port();
    }
}
