package io.neurectomy.test.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Listens to Logback: a turbo filter opens levels for single threads, an appender takes, filters keep the console quiet. */
final class LogbackSource implements LogSource {

    private final LoggerContext context;

    LogbackSource(LoggerContext context) {
        this.context = context;
    }

    @Override
    public synchronized void attach(Captures captures) {
        if (context.getTurboFilterList().stream().noneMatch(OpenLevels.class::isInstance)) {
            OpenLevels levels = new OpenLevels(captures);
            levels.start();
            context.addTurboFilter(levels);
        }
        for (Logger logger : context.getLoggerList()) {
            boolean root = logger.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if ((root || !logger.isAdditive()) && logger.getAppender(Tap.NAME) == null) {
                logger.addAppender(tap(captures));
            }
            logger.iteratorForAppenders().forEachRemaining(appender -> silence(appender, captures));
        }
    }

    @Override
    public void lowestWanted(Optional<Level> level) {
        // OpenLevels asks for every line.
    }

    private Tap tap(Captures captures) {
        Tap tap = new Tap(captures);
        tap.setContext(context);
        tap.setName(Tap.NAME);
        tap.start();
        return tap;
    }

    private static void silence(Appender<ILoggingEvent> appender, Captures captures) {
        boolean silenced = appender.getCopyOfAttachedFiltersList().stream().anyMatch(Silence.class::isInstance);
        if (!silenced && !(appender instanceof Tap)) {
            Silence silence = new Silence(captures);
            silence.start();
            appender.addFilter(silence);
        }
    }

    private static Level level(ch.qos.logback.classic.Level level) {
        return switch (level.toInt()) {
            case ch.qos.logback.classic.Level.ERROR_INT -> Level.ERROR;
            case ch.qos.logback.classic.Level.WARN_INT -> Level.WARNING;
            case ch.qos.logback.classic.Level.INFO_INT -> Level.INFO;
            case ch.qos.logback.classic.Level.DEBUG_INT -> Level.DEBUG;
            default -> Level.TRACE;
        };
    }

    /** Lets the lines that a capture wants through, whatever the level of their logger. */
    private static final class OpenLevels extends TurboFilter {
        private final Captures captures;

        OpenLevels(Captures captures) {
            this.captures = captures;
        }

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                ch.qos.logback.classic.Level level,
                @Nullable String format,
                Object @Nullable [] params,
                @Nullable Throwable throwable) {
            return captures.wants(logger.getName(), level(level)) ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
        }
    }

    /** Hands lines to the captures. */
    private static final class Tap extends UnsynchronizedAppenderBase<ILoggingEvent> {
        static final String NAME = "io.neurectomy.test.log";
        private final Captures captures;

        Tap(Captures captures) {
            this.captures = captures;
        }

        @Override
        protected void append(ILoggingEvent event) {
            Level level = level(event.getLevel());
            captures.offer(
                    event.getLoggerName(),
                    level,
                    () -> new LogEvent(
                            level,
                            event.getLoggerName(),
                            String.valueOf(event.getFormattedMessage()),
                            throwable(event),
                            event.getMDCPropertyMap(),
                            event.getThreadName()));
        }

        private static @Nullable Throwable throwable(ILoggingEvent event) {
            return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        }
    }

    /** Keeps captured lines from an appender. */
    private static final class Silence extends Filter<ILoggingEvent> {
        private final Captures captures;

        Silence(Captures captures) {
            this.captures = captures;
        }

        @Override
        public FilterReply decide(ILoggingEvent event) {
            return captures.wants(event.getLoggerName(), level(event.getLevel()))
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }
}
