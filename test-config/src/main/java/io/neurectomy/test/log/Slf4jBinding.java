package io.neurectomy.test.log;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** What SLF4J is bound to. Kept apart, because SLF4J need not be there. */
final class Slf4jBinding {

    private Slf4jBinding() {}

    static String factory() {
        return bound().getClass().getName();
    }

    static LogSource logback() {
        return new LogbackSource((LoggerContext) bound());
    }

    /** While another thread binds SLF4J, it holds the lock of this class, and everyone else is given a substitute. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // it is SLF4J's own lock that must be waited for
    private static ILoggerFactory bound() {
        synchronized (LoggerFactory.class) {
            return LoggerFactory.getILoggerFactory();
        }
    }
}
