package io.neurectomy.test.docker;

import io.neurectomy.test.docker.LogLine.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A container of a {@link FakeDocker}, as the test sees it: clients see the same by the Engine API. Safe for use by several
 * threads.
 */
public final class FakeContainer {
    private static final int MAX_EXIT_CODE = 255;

    private final String id;
    private final String name;
    private final FakeImage image;
    private final ContainerConfig config;
    private final Engine engine;
    private final Ports ports;
    private final Instant created = Instant.now();
    private final List<LogLine> log = new ArrayList<>();
    private ContainerStatus status = ContainerStatus.CREATED;
    private @Nullable Instant started;
    private @Nullable Instant finished;
    private int exitCode;
    private int exits;
    private boolean removed;

    FakeContainer(String id, String name, FakeImage image, ContainerConfig config, Engine engine) {
        this.id = id;
        this.name = name;
        this.image = image;
        this.config = config;
        this.engine = engine;
        ports = new Ports(config, engine::freePort);
    }

    /**
     * Returns the id.
     *
     * @return 64 hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name.
     *
     * @return the name without a slash
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the container does now.
     *
     * @return the status; that of a removed one is the last it had
     */
    public synchronized ContainerStatus status() {
        return status;
    }

    /**
     * Returns the exit code.
     *
     * @return the last one; 0 where it has not exited since it was started
     */
    public synchronized int exitCode() {
        return exitCode;
    }

    /**
     * Writes to the container's standard output; clients that follow the log see it at once.
     *
     * @param text one line or more, with the line ends
     * @return this container
     * @throws IllegalStateException if it does not run
     */
    public FakeContainer logs(String text) {
        write(Stream.STDOUT, text);
        return this;
    }

    /**
     * Writes to the container's standard error; clients that follow the log see it at once.
     *
     * @param text one line or more, with the line ends
     * @return this container
     * @throws IllegalStateException if it does not run
     */
    public FakeContainer logsToStandardError(String text) {
        write(Stream.STDERR, text);
        return this;
    }

    /**
     * Ends the container's process, as if it did so by itself.
     *
     * @param code the exit code, 0 to 255
     * @throws IllegalArgumentException if the code is another one
     * @throws IllegalStateException if the container does not run
     */
    public synchronized void exit(int code) {
        requireRunning();
        exited(checkExitCode(code));
    }

    static int checkExitCode(int code) {
        if (code < 0 || code > MAX_EXIT_CODE) {
            throw new IllegalArgumentException(
                    "[docker-exit-code] %d: not an exit code. Take one from 0 to 255.".formatted(code));
        }
        return code;
    }

    FakeImage image() {
        return image;
    }

    ContainerConfig config() {
        return config;
    }

    Ports ports() {
        return ports;
    }

    /** Tells that it exists: called when clients can find it. */
    void announce() {
        event("create", Map.of());
    }

    synchronized ContainerState state() {
        return new ContainerState(status, exitCode, created, started, finished);
    }

    /** Returns whether it did not run before. */
    synchronized boolean start() {
        requirePresent();
        if (status == ContainerStatus.PAUSED) {
            throw EngineException.conflict("cannot start a paused container, try unpause instead");
        }
        if (status == ContainerStatus.RUNNING) {
            return false;
        }
        status = ContainerStatus.RUNNING;
        started = Instant.now();
        exitCode = 0;
        event("start", Map.of());
        image.output().forEach(output -> append(output.stream(), output.text()));
        image.exitCode().ifPresent(this::exited);
        return true;
    }

    /** Returns whether it ran before. A signal that the process ignores is followed by the one that it can't. */
    synchronized boolean stop(Signal signal) {
        requirePresent();
        if (!status.isAlive()) {
            return false;
        }
        Signal last = signal;
        signalled(signal);
        if (!signal.isDeadly()) {
            last = Signal.KILL;
            signalled(last);
        }
        event("stop", Map.of());
        exited(last.exitCode());
        return true;
    }

    synchronized void kill(Signal signal) {
        requirePresent();
        if (!status.isAlive()) {
            throw EngineException.conflict("container " + id + " is not running");
        }
        signalled(signal);
        if (signal.isDeadly()) {
            exited(signal.exitCode());
        }
    }

    synchronized void pause() {
        requirePresent();
        if (!status.isAlive()) {
            throw EngineException.conflict("container " + id + " is not running");
        }
        if (status == ContainerStatus.PAUSED) {
            throw EngineException.conflict("Container " + id + " is already paused");
        }
        status = ContainerStatus.PAUSED;
        event("pause", Map.of());
    }

    synchronized void unpause() {
        requirePresent();
        if (status != ContainerStatus.PAUSED) {
            // Docker's own status for it.
            throw new EngineException(500, "Container " + id + " is not paused");
        }
        status = ContainerStatus.RUNNING;
        event("unpause", Map.of());
    }

    synchronized void remove(boolean force) {
        requirePresent();
        if (status.isAlive() && !force) {
            throw EngineException.conflict("cannot remove container \"/%s\": container is %s"
                    .formatted(
                            name,
                            status == ContainerStatus.PAUSED
                                    ? "paused and must be unpaused first"
                                    : "running: stop the container before removing or force remove"));
        }
        if (status.isAlive()) {
            kill(Signal.KILL);
        }
        removed();
    }

    synchronized int exits() {
        return exits;
    }

    /**
     * Waits.
     *
     * @param condition for what
     * @param seen how often it had exited when the client asked
     * @return the exit code
     * @throws InterruptedException if the engine ends
     */
    synchronized int await(WaitCondition condition, int seen) throws InterruptedException {
        while (!removed && !isMet(condition, seen)) {
            wait();
        }
        return exitCode;
    }

    /** What it has written so far. */
    synchronized List<LogLine> log() {
        return List.copyOf(log);
    }

    /**
     * Waits for more in the log.
     *
     * @param from how many lines are known
     * @return the lines after those; none if the container does not run and there are none
     * @throws InterruptedException if the engine ends
     */
    synchronized List<LogLine> nextInLog(int from) throws InterruptedException {
        while (status.isAlive() && log.size() == from) {
            wait();
        }
        return List.copyOf(log.subList(from, log.size()));
    }

    private boolean isMet(WaitCondition condition, int seen) {
        return switch (condition) {
            case NOT_RUNNING -> !status.isAlive();
            case NEXT_EXIT -> exits > seen;
            case REMOVED -> false;
        };
    }

    private void signalled(Signal signal) {
        event("kill", Map.of("signal", String.valueOf(signal.number())));
        // What a frozen process handles it must wake for; the one signal that it can't handle ends it as it is.
        if (status == ContainerStatus.PAUSED && !signal.equals(Signal.KILL)) {
            unpause();
        }
    }

    private void exited(int code) {
        Instant now = Instant.now();
        long seconds = started == null ? 0 : Duration.between(started, now).toSeconds();
        status = ContainerStatus.EXITED;
        finished = now;
        exitCode = code;
        exits++;
        event("die", Map.of("exitCode", String.valueOf(code), "execDuration", String.valueOf(seconds)));
        if (config.isRemovedAtExit()) {
            removed();
        }
        notifyAll();
    }

    /** Does nothing the second time: a forced removal ends the process, which may remove the container by itself. */
    private void removed() {
        if (!removed) {
            removed = true;
            engine.forget(this);
            event("destroy", Map.of());
            notifyAll();
        }
    }

    private synchronized void write(Stream stream, String text) {
        requireRunning();
        append(stream, text);
        notifyAll();
    }

    private void append(Stream stream, String text) {
        log.addAll(LogLine.of(stream, Instant.now(), text));
    }

    private void requireRunning() {
        if (!status.isAlive()) {
            throw new IllegalStateException(
                    "[docker-not-running] %s: the container is %s. Start it first.".formatted(name, status.word()));
        }
    }

    /** A request may have found the container just before another one removed it. */
    private void requirePresent() {
        if (removed) {
            throw EngineException.notFound("No such container: " + id);
        }
    }

    private void event(String action, Map<String, String> attributes) {
        Map<String, String> all = new TreeMap<>(config.labels());
        all.put("image", config.image());
        all.put("name", name);
        all.putAll(attributes);
        engine.events().add("container", action, id, all);
    }
}
