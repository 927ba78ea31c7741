package io.neurectomy.test.docker;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Docker engine in memory: the Engine API, versions 1.24 to 1.45, on a port of the loopback interface. Containers have
 * Docker's states, answers and events, but no process: what they write and when they exit is what the test says of their
 * image.
 *
 * <p>Take it as a parameter of a test, {@code @BeforeEach} or {@code @AfterEach} method, or open it in a {@code try}. A request
 * that is not faked is answered 501, and {@link #close} throws: the test fails, whatever the client made of the answer.
 *
 * <p>Needs {@code tools.jackson.core:jackson-databind} on the class path. Safe for use by several threads.
 */
public final class FakeDocker implements AutoCloseable {
    private final Engine engine = new Engine();
    private final Dispatcher dispatcher = new Dispatcher(engine);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-docker");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    private FakeDocker(HttpServer server) {
        this.server = server;
        server.createContext("/", dispatcher);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts an engine without images and containers.
     *
     * @return the engine, on a free port of {@code 127.0.0.1}
     * @throws UncheckedIOException if there is no free port
     */
    public static FakeDocker start() {
        try {
            return new FakeDocker(HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("[docker-start] 127.0.0.1: no port to listen on. Free some.", e);
        }
    }

    /**
     * Returns where the engine is: the value for {@code DOCKER_HOST}.
     *
     * @return such as {@code tcp://127.0.0.1:41873}
     */
    public URI host() {
        return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Declares an image, or returns the one that is declared.
     *
     * @param name such as {@code alpine} or {@code ghcr.io/acme/agent:3}
     * @return the image; the engine has it, unless {@link FakeImage#notPulledYet} is called
     * @throws IllegalArgumentException if it is no name of an image
     */
    public FakeImage image(String name) {
        try {
            return engine.declare(ImageName.parse(name));
        } catch (EngineException e) {
            throw new IllegalArgumentException(
                    "[docker-image] %s: %s. Write a name such as alpine:3.".formatted(name, e.getMessage()), e);
        }
    }

    /**
     * Creates and starts a container, for tests of what finds containers there.
     *
     * @param name its name
     * @param image its image; one that is not declared is
     * @param labels its labels
     * @return the container
     * @throws IllegalArgumentException if it is no name of a container or image, or another container has it
     */
    public FakeContainer run(String name, String image, Map<String, String> labels) {
        image(image).pulled();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("Image", image);
        ObjectNode written = body.putObject("Labels");
        labels.forEach(written::put);
        try {
            FakeContainer container = engine.create(name, new ContainerConfig(body));
            container.start();
            return container;
        } catch (EngineException e) {
            throw new IllegalArgumentException(
                    "[docker-run] %s: %s. Take another name.".formatted(name, e.getMessage()), e);
        }
    }

    /**
     * Finds a container.
     *
     * @param reference its name, its id, or the beginning of its id
     * @return the container
     * @throws IllegalArgumentException if there is none, or several ids begin like this
     */
    public FakeContainer container(String reference) {
        try {
            return engine.container(reference);
        } catch (EngineException e) {
            throw new IllegalArgumentException(
                    "[docker-container] %s: %s. There are: %s."
                            .formatted(
                                    reference,
                                    e.getMessage(),
                                    containers().stream()
                                            .map(FakeContainer::name)
                                            .toList()),
                    e);
        }
    }

    /**
     * Returns all containers, whatever they do.
     *
     * @return an immutable snapshot, the newest first
     */
    public List<FakeContainer> containers() {
        return engine.containers().stream().toList();
    }

    /**
     * Stops the engine: requests that wait end without an answer.
     *
     * @throws AssertionError if a client asked for something that is not faked; the message lists every such request
     */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        List<String> problems = dispatcher.problems();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.stream().distinct().collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
