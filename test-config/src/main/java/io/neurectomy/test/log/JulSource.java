package io.neurectomy.test.log;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Listens to java.util.logging, where a level holds for all threads: the root logger's is lowered while a capture wants
 * more, and what it would have refused is kept from the handlers that were there.
 */
final class JulSource implements LogSource {

    private final Logger root = Logger.getLogger("");
    private volatile java.util.logging.@Nullable Level configured;

    @Override
    public synchronized void attach(Captures captures) {
        if (Arrays.stream(root.getHandlers()).noneMatch(Tap.class::isInstance)) {
            root.addHandler(new Tap(captures));
        }
        for (Handler handler : root.getHandlers()) {
            if (!(handler instanceof Tap) && !(handler.getFilter() instanceof Silence)) {
                handler.setFilter(new Silence(captures, handler.getFilter(), this));
            }
        }
    }

    @Override
    public synchronized void lowestWanted(Optional<Level> level) {
        java.util.logging.Level before = configured == null ? root.getLevel() : configured;
        if (level.isEmpty()) {
            configured = null;
            root.setLevel(before);
            return;
        }
        configured = before;
        java.util.logging.Level wanted = julLevel(level.get());
        root.setLevel(wanted.intValue() < before.intValue() ? wanted : before);
    }

    /** Says whether a record passes only because a capture has lowered the root logger's level. */
    private boolean intruding(LogRecord record) {
        java.util.logging.Level before = configured;
        return before != null
                && record.getLevel().intValue() < before.intValue()
                && !hasOwnLevel(Logger.getLogger(Objects.requireNonNullElse(record.getLoggerName(), "")));
    }

    private boolean hasOwnLevel(Logger logger) {
        for (Logger each = logger; each != null && each != root; each = each.getParent()) {
            if (each.getLevel() != null) {
                return true;
            }
        }
        return false;
    }

    private static java.util.logging.Level julLevel(Level level) {
        return switch (level) {
            case ALL, TRACE -> java.util.logging.Level.ALL;
            case DEBUG -> java.util.logging.Level.FINE;
            case INFO -> java.util.logging.Level.INFO;
            case WARNING -> java.util.logging.Level.WARNING;
            case ERROR -> java.util.logging.Level.SEVERE;
            case OFF -> java.util.logging.Level.OFF;
        };
    }

    private static Level level(LogRecord record) {
        int level = record.getLevel().intValue();
        if (level >= Level.ERROR.getSeverity()) {
            return Level.ERROR;
        }
        if (level >= Level.WARNING.getSeverity()) {
            return Level.WARNING;
        }
        if (level >= Level.INFO.getSeverity()) {
            return Level.INFO;
        }
        return level >= Level.DEBUG.getSeverity() ? Level.DEBUG : Level.TRACE;
    }

    private static String logger(LogRecord record) {
        return Objects.requireNonNullElse(record.getLoggerName(), "");
    }

    /** Hands lines to the captures. */
    private static final class Tap extends Handler {
        private final Captures captures;
        private final Formatter messages = new SimpleFormatter();

        Tap(Captures captures) {
            this.captures = captures;
            setLevel(java.util.logging.Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            Level level = level(record);
            captures.offer(
                    logger(record),
                    level,
                    () -> new LogEvent(
                            level,
                            logger(record),
                            String.valueOf(messages.formatMessage(record)),
                            record.getThrown(),
                            Map.of(),
                            Thread.currentThread().getName()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Keeps captured and intruding lines from a handler. */
    private record Silence(Captures captures, @Nullable Filter before, JulSource source) implements Filter {
        @Override
        public boolean isLoggable(LogRecord record) {
            return !captures.wants(logger(record), level(record))
                    && !source.intruding(record)
                    && (before == null || before.isLoggable(record));
        }
    }
}
