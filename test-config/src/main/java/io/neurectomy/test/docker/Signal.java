package io.neurectomy.test.docker;

import java.util.List;
import java.util.Locale;

/**
 * A signal of Linux to the process of a container.
 *
 * @param number from 1 to 64
 */
record Signal(int number) {
    static final Signal KILL = new Signal(9);
    static final Signal TERM = new Signal(15);

    private static final int LAST = 64;
    private static final int DEATH = 128;
    /** The names in the order of the numbers, from 1. */
    private static final List<String> NAMES = List.of(
            "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
            "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");

    /** Reads a name such as {@code TERM} or {@code sigterm}, or a number. */
    static Signal parse(String text) {
        if (text.matches("\\d{1,4}")) {
            int number = Integer.parseInt(text);
            if (number == 0) {
                throw EngineException.badRequest("invalid signal: " + text);
            }
            if (number > LAST) {
                throw EngineException.badRequest("the linux daemon does not support signal " + text);
            }
            return new Signal(number);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        int index = NAMES.indexOf(upper.startsWith("SIG") ? upper.substring(3) : upper);
        if (index < 0) {
            throw EngineException.badRequest("invalid signal: " + text);
        }
        return new Signal(index + 1);
    }

    /** Whether a process ends by it. The first process of a container ignores what it does not handle, so few do. */
    boolean isDeadly() {
        return List.of("INT", "QUIT", "KILL", "TERM").stream().anyMatch(name -> NAMES.indexOf(name) + 1 == number);
    }

    /** The exit code of a process that ended by it. */
    int exitCode() {
        return DEATH + number;
    }
}
