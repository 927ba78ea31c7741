package io.neurectomy.test.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Over Logback, in this JVM. */
class LogCaptureTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogCaptureTest.class);
    private static final ExecutorService SHARED = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void startSharedThread() throws Exception {
        SHARED.submit(() -> {}).get();
    }

    @AfterAll
    static void stopSharedThread() {
        SHARED.shutdown();
    }

    @BeforeEach
    void startBeforeTheTest(LogCapture log) {
        LOG.info("set up");
        assertThat(log.messages()).containsExactly("set up");
    }

    @Test
    void holdsWhatTheTestLogged(LogCapture log) {
        IllegalStateException failure = new IllegalStateException("no disk");
        MDC.put("agent", "a-1");

        LOG.warn("agent {} stopped", "a-1", failure);

        MDC.remove("agent");
        assertThat(log.events())
                .last()
                .isEqualTo(new LogEvent(
                        Level.WARNING,
                        LogCaptureTest.class.getName(),
                        "agent a-1 stopped",
                        failure,
                        Map.of("agent", "a-1"),
                        Thread.currentThread().getName()));
    }

    @Test
    void holdsLinesOfTheFluentApi(LogCapture log) {
        LOG.atError().log("broken");
        LOG.atDebug().log("too low");

        assertThat(log.events()).extracting(LogEvent::level).containsExactly(Level.INFO, Level.ERROR);
    }

    @Test
    void translatesEveryLevel(LogCapture log) {
        log.atLevel(Level.TRACE);

        LOG.trace("t");
        LOG.debug("d");
        LOG.info("i");
        LOG.warn("w");
        LOG.error("e");

        assertThat(log.events())
                .extracting(LogEvent::level)
                .containsExactly(Level.INFO, Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR);
    }

    @Test
    void holdsInfoAndAboveUntilToldOtherwise(LogCapture log) {
        LOG.debug("one");
        log.atLevel(Level.DEBUG);
        LOG.debug("two");
        log.atLevel(Level.ERROR);
        LOG.warn("three");

        assertThat(log.messages()).containsExactly("set up", "two");
    }

    @Test
    void tellsLoggersApart(LogCapture log) {
        LoggerFactory.getLogger(String.class).info("other");

        assertThat(log.events(String.class)).extracting(LogEvent::message).containsExactly("other");
        assertThat(log.events(LogCaptureTest.class))
                .extracting(LogEvent::message)
                .containsExactly("set up");
    }

    @Test
    void holdsWhatThreadsLogThatTheTestStarted(LogCapture log) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "own-pool"));
        try {
            pool.submit(() -> LOG.info("from the pool")).get();
        } finally {
            pool.shutdown();
        }

        assertThat(log.events())
                .extracting(LogEvent::message, LogEvent::thread)
                .contains(tuple("from the pool", "own-pool"));
    }

    @Test
    void leavesSharedThreadsOutUntilTheyAreIncluded(LogCapture log) throws Exception {
        SHARED.submit(() -> LOG.info("one")).get();
        log.includeSharedThreads("io.neurectomy.test.log");
        SHARED.submit(() -> LOG.info("two")).get();
        SHARED.submit(() -> LOG.debug("too low")).get();
        SHARED.submit(() -> LoggerFactory.getLogger("io.neurectomy.test.logger").info("three"))
                .get();

        assertThat(log.messages()).containsExactly("set up", "two");
    }

    @Test
    void countsWorkersOfAForkJoinPoolAsShared(LogCapture log) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            pool.submit(() -> LOG.info("one")).get();
            log.includeSharedThreads(LogCaptureTest.class.getName());
            pool.submit(() -> LOG.info("two")).get();
        } finally {
            pool.shutdown();
        }

        assertThat(log.messages()).containsExactly("set up", "two");
    }

    @Test
    void returnsSnapshots(LogCapture log) {
        List<LogEvent> before = log.events();
        LOG.info("later");

        assertThat(before).hasSize(1);
        assertThat(log.events()).hasSize(2);
    }

    @Test
    void copiesTheContextOfAnEvent() {
        Map<String, String> context = new HashMap<>(Map.of("k", "v"));
        LogEvent event = new LogEvent(Level.INFO, "logger", "message", null, context, "main");
        context.clear();

        assertThat(event.mdc()).containsExactly(entry("k", "v"));
    }
}
