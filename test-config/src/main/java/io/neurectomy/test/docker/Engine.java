package io.neurectomy.test.docker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The images and containers. Safe for use by several threads. */
final class Engine {
    private static final Pattern NAME = Pattern.compile("/?[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    private final Map<ImageName, FakeImage> images = new ConcurrentHashMap<>();
    /** By the order of creation. A container is removed under its own monitor, so this map must need none. */
    private final Map<Integer, FakeContainer> containers = new ConcurrentSkipListMap<>();

    private final EventLog events = new EventLog();
    /** Where Linux begins to choose ports of the host. */
    private final AtomicInteger freePort = new AtomicInteger(32_768);

    private int created;

    EventLog events() {
        return events;
    }

    int freePort() {
        return freePort.getAndIncrement();
    }

    FakeImage declare(ImageName name) {
        return images.computeIfAbsent(name, FakeImage::new);
    }

    /** The images that are not in the registry alone, by name. */
    List<FakeImage> images() {
        return images.values().stream()
                .filter(FakeImage::isPulled)
                .sorted((a, b) -> a.name().toString().compareTo(b.name().toString()))
                .toList();
    }

    /** Finds an image by name, id, or the beginning of an id. */
    FakeImage image(String reference) {
        for (FakeImage image : images()) {
            String hex = image.id().substring("sha256:".length());
            if (image.id().equals(reference) || (reference.matches("[0-9a-f]{4,64}") && hex.startsWith(reference))) {
                return image;
            }
        }
        ImageName name = ImageName.parse(reference);
        FakeImage image = images.get(name);
        if (image == null || !image.isPulled()) {
            throw EngineException.notFound("No such image: " + name);
        }
        return image;
    }

    /** Finds an image in the registry, by the answers that Docker's own registry gives. */
    FakeImage inRegistry(ImageName name) {
        FakeImage image = images.get(name);
        if (image != null) {
            return image;
        }
        boolean otherTag =
                images.keySet().stream().anyMatch(other -> other.repository().equals(name.repository()));
        throw EngineException.notFound(
                otherTag
                        ? "manifest for %s not found: manifest unknown: manifest unknown".formatted(name)
                        : ("pull access denied for %s, repository does not exist or may require 'docker login': "
                                        + "denied: requested access to the resource is denied")
                                .formatted(name.repository()));
    }

    synchronized FakeContainer create(@Nullable String wanted, ContainerConfig config) {
        if (wanted != null && !NAME.matcher(wanted).matches()) {
            throw EngineException.badRequest(
                    "Invalid container name (%s), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed".formatted(wanted));
        }
        FakeImage image = image(config.image());
        created++;
        String name = wanted == null ? "container_" + created : withoutSlash(wanted);
        for (FakeContainer other : containers.values()) {
            if (other.name().equals(name)) {
                throw EngineException.conflict(
                        ("Conflict. The container name \"/%s\" is already in use by container \"%s\"."
                                        + " You have to remove (or rename) that container to be able to reuse that name.")
                                .formatted(name, other.id()));
            }
        }
        // As unlikely to come twice as an engine's: events of containers may lie in a store that several tests share.
        String id = FakeImage.hash("container " + UUID.randomUUID());
        FakeContainer container = new FakeContainer(id, name, image, config, this);
        containers.put(created, container);
        container.announce();
        return container;
    }

    /** All containers, the newest first. */
    List<FakeContainer> containers() {
        List<FakeContainer> all = new ArrayList<>(containers.values());
        Collections.reverse(all);
        return all;
    }

    /** Finds a container by id, name, or the beginning of an id. */
    FakeContainer container(String reference) {
        List<FakeContainer> all = containers();
        for (FakeContainer container : all) {
            if (container.id().equals(reference) || container.name().equals(withoutSlash(reference))) {
                return container;
            }
        }
        List<FakeContainer> found = all.stream()
                .filter(container -> container.id().startsWith(reference))
                .toList();
        if (found.size() > 1) {
            throw EngineException.badRequest("multiple IDs found with provided prefix: " + reference);
        }
        if (found.isEmpty()) {
            throw EngineException.notFound("No such container: " + reference);
        }
        return found.get(0);
    }

    void forget(FakeContainer container) {
        containers.values().remove(container);
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
