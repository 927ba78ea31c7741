package io.neurectomy.test.service;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Containers by Testcontainers; they live as long as the JVM. */
final class TestcontainersContainers {
    private TestcontainersContainers() {}

    static Availability start(Service service, String image) {
        DockerClient docker;
        try {
            // isDockerAvailable() says true of a DOCKER_HOST that is not there: it falls back to the usual socket.
            docker = DockerClientFactory.instance().client();
            docker.pingCmd().exec();
        } catch (IllegalStateException | DockerException e) {
            return new Availability.Missing(
                    service.urlVariable() + " is not set, and there is no Docker (" + firstLine(e) + ")",
                    "Start Docker, or set the variable to a running " + service.title() + ".");
        }
        try {
            // Pulling one that no registry has takes minutes before it fails, and a test downloads nothing unasked.
            docker.inspectImageCmd(image).exec();
        } catch (NotFoundException absent) {
            return new Availability.Missing(
                    service.urlVariable() + " is not set, and Docker has no image " + image,
                    "Run `docker pull " + image + "`, or set " + service.imageVariable() + " to an image you have.");
        }
        return run(service, image);
    }

    @SuppressWarnings("resource") // Shared by all tests of the run: closed when the JVM ends.
    private static Availability run(Service service, String image) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(service.port())
                .waitingFor(ready(service));
        switch (service) {
            case NATS -> container.withCommand("-js");
            case POSTGRES -> container.withEnv(Map.of("POSTGRES_HOST_AUTH_METHOD", "trust"));
            case REDIS -> container.withCommand("redis-server", "--save", "", "--protected-mode", "no");
        }
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            return new Availability.Dead(
                    "the container of " + image + " did not start (" + firstLine(e) + ")",
                    "Look at its log: docker logs; or set " + service.urlVariable() + ".");
        }
        // Ryuk, where it runs, removes what a killed JVM leaves; where it doesn't, this is all there is.
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-" + service));
        String user = service == Service.POSTGRES ? "postgres@" : "";
        String database = service == Service.POSTGRES ? "/postgres" : "";
        return new Availability.Available(URI.create(service.scheme() + "://" + user + container.getHost() + ":"
                + container.getMappedPort(service.port()) + database));
    }

    /** By what is logged: the default asks a shell inside the container, and small images have none. */
    private static WaitStrategy ready(Service service) {
        return switch (service) {
            case NATS -> Wait.forLogMessage(".*Server is ready.*", 1);
            case REDIS -> Wait.forLogMessage(".*Ready to accept connections.*", 1);
            // The image starts the server twice: for its own set-up, then for good.
            case POSTGRES -> Wait.forLogMessage(".*database system is ready to accept connections.*", 2);
        };
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
