package io.neurectomy.test.log;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AssertProvider;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * What one test logged. Take it as a parameter of a test, {@code @BeforeEach} or {@code @AfterEach} method; all methods
 * of one test share one capture, which starts with the first that takes it and ends with the test.
 *
 * <p>A capture holds the lines at {@link Level#INFO} and above, whatever levels the logging configuration has, that were
 * logged by the thread of the test and by threads that were started from it, directly or not, virtual ones included.
 * Tests that run at the same time therefore never see each other's lines. Worker threads of a {@link
 * java.util.concurrent.ForkJoinPool}, the common pool first of all, and threads that were there before the test belong
 * to no test; {@link #includeSharedThreads} adds them by logger.
 *
 * <p>Captured lines don't reach the console; when the test fails they are printed to standard error. Thread-safe.
 */
public final class LogCapture implements AssertProvider<ListAssert<LogEvent>> {

    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> sharedLoggers = new CopyOnWriteArrayList<>();
    private final Captures captures;
    private volatile Level threshold = Level.INFO;

    LogCapture(Captures captures) {
        this.captures = captures;
    }

    /**
     * Returns what was captured so far.
     *
     * @return an immutable snapshot, in the order of logging
     */
    public List<LogEvent> events() {
        return List.copyOf(events);
    }

    /**
     * Starts an assertion on what was captured so far: {@code assertThat(log)} is {@code assertThat(log.events())}.
     *
     * @return an assertion on an immutable snapshot, in the order of logging
     */
    @Override
    public ListAssert<LogEvent> assertThat() {
        return Assertions.assertThat(events());
    }

    /**
     * Returns what a class logged so far.
     *
     * @param logger a class that logs under its own name
     * @return an immutable snapshot, in the order of logging
     */
    public List<LogEvent> events(Class<?> logger) {
        return events.stream()
                .filter(event -> event.logger().equals(logger.getName()))
                .toList();
    }

    /**
     * Returns the messages captured so far.
     *
     * @return an immutable snapshot, in the order of logging
     */
    public List<String> messages() {
        return events.stream().map(LogEvent::message).toList();
    }

    /**
     * Captures from another level on. Only this test's threads are affected: nobody else's loggers change. Over
     * java.util.logging, a logger that has a level of its own keeps it.
     *
     * @param level the lowest level to capture; the default is {@link Level#INFO}
     * @return this capture
     */
    public LogCapture atLevel(Level level) {
        threshold = level;
        captures.levelChanged();
        return this;
    }

    /**
     * Captures also what threads that belong to no test log to a logger and the loggers below it. Two tests that ask for
     * the same logger at the same time both get these lines: such tests need a common {@code @ResourceLock}.
     *
     * @param logger the name of a logger, such as a class or package name
     * @return this capture
     */
    public LogCapture includeSharedThreads(String logger) {
        sharedLoggers.add(logger);
        return this;
    }

    void add(LogEvent event) {
        events.add(event);
    }

    Level threshold() {
        return threshold;
    }

    boolean wants(Level level) {
        return level.getSeverity() >= threshold.getSeverity();
    }

    boolean includesShared(String logger) {
        return sharedLoggers.stream().anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
    }
}
