package io.neurectomy.test.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.internal.Console;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Test classes that are run in a JVM of their own. */
// Run by tests, not by the build; the names are what the tests look for.
@SuppressWarnings({"test-class-name", "test-method-name"})
final class LogFixtures {

    private LogFixtures() {}

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final int LINES = 200;

    private static void together() throws InterruptedException, BrokenBarrierException, TimeoutException {
        BOTH.await(20, TimeUnit.SECONDS);
    }

    private static void interleave(LogCapture log, String who, Consumer<String> logger) throws Exception {
        together();
        for (int i = 0; i < LINES; i++) {
            logger.accept(who);
        }
        together();
        assertThat(log.messages()).isEqualTo(Collections.nCopies(LINES, who));
    }

    /** Logs to the same logger at the same time as {@link LogbackB}. */
    static class LogbackA {
        @Test
        void seesOnlyItsOwn(LogCapture log) throws Exception {
            interleave(log, "a", LoggerFactory.getLogger("shared")::info);
        }
    }

    /** Logs to the same logger at the same time as {@link LogbackA}. */
    static class LogbackB {
        @Test
        void seesOnlyItsOwn(LogCapture log) throws Exception {
            interleave(log, "b", LoggerFactory.getLogger("shared")::info);
        }
    }

    /** Logs to the same logger at the same time as {@link JulB}. */
    static class JulA {
        @Test
        void seesOnlyItsOwn(LogCapture log) throws Exception {
            interleave(log, "a", Logger.getLogger("shared")::info);
        }
    }

    /** Logs to the same logger at the same time as {@link JulA}. */
    static class JulB {
        @Test
        void seesOnlyItsOwn(LogCapture log) throws Exception {
            interleave(log, "b", Logger.getLogger("shared")::info);
        }
    }

    /** Has no capture; logs while {@link CapturesAtDebug} captures. */
    static class CapturesNothing {
        @Test
        void logs() throws Exception {
            together();
            LoggerFactory.getLogger("quiet").debug("debug of the other test");
            LoggerFactory.getLogger("loud").warn("warning of the other test");
            together();
        }
    }

    /** Captures at a level that the configuration turns off. */
    static class CapturesAtDebug {
        @Test
        void seesDebug(LogCapture log) throws Exception {
            log.atLevel(System.Logger.Level.DEBUG);
            together();
            LoggerFactory.getLogger("quiet").debug("captured debug");
            together();
            assertThat(log.messages()).containsExactly("captured debug");
        }
    }

    /** Has no capture; logs while {@link JulAtDebug} captures. */
    static class JulNeighbour {
        @Test
        void logs() throws Exception {
            together();
            Logger.getLogger("inherits").fine("logged by level of the other test");
            Logger own = Logger.getLogger("own");
            own.setLevel(Level.FINE);
            own.fine("logged by its own level");
            Logger.getLogger("inherits").warning("logged warning");
            Logger.getLogger("inherits").warning("logged and filtered");
            together();
        }
    }

    /** Captures below the level of the configuration. */
    static class JulAtDebug {
        @BeforeAll
        static void filter() {
            Logger.getLogger("")
                    .getHandlers()[0]
                    .setFilter(line -> !line.getMessage().endsWith("filtered"));
        }

        @Test
        void seesDebug(LogCapture log) throws Exception {
            log.atLevel(System.Logger.Level.DEBUG);
            together();
            Logger.getLogger("inherits").fine("captured debug");
            together();
            assertThat(log.messages()).containsExactly("captured debug");
        }
    }

    /** Uses every part of an event over java.util.logging. */
    static class JulParts {
        private static final Logger LOG = Logger.getLogger("jul.parts");

        @AfterAll
        static void printLevel() {
            Console.print("root level afterwards " + Logger.getLogger("").getLevel());
        }

        @Test
        void holdsAllParts(LogCapture log) {
            IllegalStateException failure = new IllegalStateException("no disk");
            LOG.log(Level.FINE, "too low");
            log.atLevel(System.Logger.Level.DEBUG);
            LOG.log(Level.WARNING, "stopped", failure);
            LOG.log(Level.SEVERE, "agent {0} failed", "a-1");
            LOG.log(Level.INFO, "fine");
            LOG.log(Level.FINE, "finer");
            LOG.log(Level.FINEST, "too low");
            log.atLevel(System.Logger.Level.TRACE);
            LOG.log(Level.FINEST, "finest");

            assertThat(log.events())
                    .extracting(LogEvent::level)
                    .containsExactly(
                            System.Logger.Level.WARNING,
                            System.Logger.Level.ERROR,
                            System.Logger.Level.INFO,
                            System.Logger.Level.DEBUG,
                            System.Logger.Level.TRACE);
            assertThat(log.messages()).containsExactly("stopped", "agent a-1 failed", "fine", "finer", "finest");
            assertThat(log.events().get(0))
                    .isEqualTo(new LogEvent(
                            System.Logger.Level.WARNING,
                            "jul.parts",
                            "stopped",
                            failure,
                            Map.of(),
                            Thread.currentThread().getName()));
        }
    }

    /** Fails with a line in its capture. */
    static class Failing {
        @Test
        void fails(LogCapture log) {
            LoggerFactory.getLogger("failing").warn("what went wrong", new IllegalStateException("cause"));
            assertThat(log.messages()).isEmpty();
        }
    }

    /** Passes with a line in its capture. */
    static class Passing {
        @Test
        void passes(LogCapture log) {
            LoggerFactory.getLogger("passing").error("captured line");
            assertThat(log.messages()).containsExactly("captured line");
        }
    }

    /** Has the extension by annotation. */
    @ExtendWith(LogCaptureExtension.class)
    static class Annotated {
        @Test
        void passes(LogCapture log) {
            LoggerFactory.getLogger("annotated").error("captured line");
            assertThat(log.messages()).containsExactly("captured line");
        }
    }

    /** Takes a capture where there is no single test. */
    static class InConstructor {
        InConstructor(LogCapture log) {
            assertThat(log.messages()).isEmpty();
        }

        @Test
        void isNeverReached() {}
    }
}
