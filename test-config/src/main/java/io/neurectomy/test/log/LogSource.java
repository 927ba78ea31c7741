package io.neurectomy.test.log;

import java.lang.System.Logger.Level;
import java.util.Optional;

/** A logging back end that captures listen to. */
sealed interface LogSource permits JulSource, LogbackSource {

    /**
     * Makes every line reach the captures; does nothing where that is done already.
     *
     * @param captures who is to get the lines
     */
    void attach(Captures captures);

    /**
     * Lets the lines that some capture wants through, for back ends that can only do that for all threads.
     *
     * @param level the lowest level that an open capture wants; empty when none is open
     */
    void lowestWanted(Optional<Level> level);

    /**
     * Returns the back end that the code under test logs to.
     *
     * @return Logback if SLF4J is bound to it, else java.util.logging
     * @throws IllegalStateException if SLF4J logs to something else, where a capture would silently stay empty
     */
    static LogSource detect() {
        if (!present("org.slf4j.LoggerFactory")) {
            return new JulSource();
        }
        return switch (Slf4jBinding.factory()) {
            case "ch.qos.logback.classic.LoggerContext" -> Slf4jBinding.logback();
            case "org.slf4j.jul.JDK14LoggerFactory" -> new JulSource();
            default ->
                throw new IllegalStateException(
                        "[log-capture] test class path: SLF4J logs to %s, which can't be captured. Put %s on it in test scope."
                                .formatted(
                                        Slf4jBinding.factory(),
                                        "ch.qos.logback:logback-classic (or org.slf4j:slf4j-jdk14)"));
        };
    }

    private static boolean present(String className) {
        try {
            Class<?> found = Class.forName(className, false, LogSource.class.getClassLoader());
            // On the module path a library may still lie on the class path, which a named module does not read.
            LogSource.class.getModule().addReads(found.getModule());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
