package io.neurectomy.test.log;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line that was logged.
 *
 * @param level how severe; {@link System.Logger.Level}, because the JDK's is the one level type that every back end has
 * @param logger the name of the logger, usually a class name
 * @param message the message with its arguments filled in
 * @param throwable the throwable that was logged with it, if any
 * @param mdc the mapped diagnostic context at the time of logging; empty over java.util.logging, which has none
 * @param thread the name of the thread that logged
 */
public record LogEvent(
        Level level,
        String logger,
        String message,
        @Nullable Throwable throwable,
        Map<String, String> mdc,
        String thread) {

    /** Copies the context, so that an event never changes. */
    public LogEvent {
        mdc = Map.copyOf(mdc);
    }
}
