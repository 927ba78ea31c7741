package io.neurectomy.test.log;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** What SLF4J is bound to. Kept apart, because SLF4J need not be there. */
final class Slf4jBinding {

    private Slf4jBinding() {}

    static String factory() {
        return LoggerFactory.getILoggerFactory().getClass().getName();
    }

    static LogSource logback() {
        return new LogbackSource((LoggerContext) LoggerFactory.getILoggerFactory());
    }
}
