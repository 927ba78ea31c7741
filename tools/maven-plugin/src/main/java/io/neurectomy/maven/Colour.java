package io.neurectomy.maven;

import io.neurectomy.standard.report.ConsoleReport;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Colours the lines of an audit where a person reads them; the level of a line is coloured by Maven itself. */
enum Colour {
    ON,
    OFF;

    /** Follows {@code -Dstyle.color} and {@code --batch-mode} as Maven does, and {@code NO_COLOR}. */
    static Colour of(MavenSession session, Map<String, String> environment) {
        String style = session.getUserProperties().getProperty("style.color", "auto");
        if (!style.equals("auto")) {
            return style.equals("always") ? ON : OFF;
        }
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Colour::isTerminal).isPresent();
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && wanted && session.getRequest().isInteractiveMode() ? ON : OFF;
    }

    /** From Java 22 on there may be a console where the output goes to a file; then it can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    String paint(ConsoleReport.Line line) {
        String code = switch (line.kind()) {
            case SCORE, HEADING -> "1";
            case DIMENSIONS, REMARK -> "2";
            case MOVEMENT -> "36";
            case GAIN -> "32";
            case ERROR, WARNING, SUMMARY -> "";
        };
        return this == OFF || code.isEmpty() ? line.text() : "\033[" + code + "m" + line.text() + "\033[0m";
    }
}
