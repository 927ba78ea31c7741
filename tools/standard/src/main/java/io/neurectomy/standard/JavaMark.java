package io.neurectomy.standard;

/**
 * A line of a Java file that some rule asks about.
 *
 * @param kind what stands there
 * @param text what exactly, such as the warnings that are suppressed
 * @param line line, counted from 1
 * @param explained whether a comment stands beside it or directly above it
 */
public record JavaMark(Kind kind, String text, int line, boolean explained) {
    /** What may stand there. */
    public enum Kind {
        /** A generic type of the Java platform without type arguments. */
        RAW_TYPE,
        /** A {@code @SuppressWarnings}. */
        SUPPRESSION,
        /** A use of {@code System.out} or {@code System.err}. */
        CONSOLE,
        /** A call of {@code printStackTrace()}. */
        STACK_TRACE,
        /** A sleep directly in a method, not in a lambda or an anonymous class. */
        SLEEP
    }
}
