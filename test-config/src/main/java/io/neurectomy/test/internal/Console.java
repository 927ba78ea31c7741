package io.neurectomy.test.internal;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The console of the test run, for the few lines that have no other place. */
public final class Console {

    private static final int MAX_FRAMES = 30;
    private static final int MAX_CAUSES = 10;

    private Console() {}

    /**
     * Prints text to standard error, in one piece.
     *
     * @param text one line or more
     */
    @SuppressWarnings("no-console") // What a person reads while the tests run; a logger may be what is captured.
    public static void print(String text) {
        PrintStream console = System.err;
        console.println(text);
    }

    /**
     * Returns a throwable with its causes as indented lines.
     *
     * @param throwable what was thrown
     * @return several lines, without a line end after the last
     */
    public static String trace(Throwable throwable) {
        return Stream.iterate(throwable, each -> each != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(each -> "    " + each + System.lineSeparator() + frames(each.getStackTrace()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static String frames(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .limit(MAX_FRAMES)
                .map(frame -> "        at " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
