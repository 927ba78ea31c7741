package io.neurectomy.test.docker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that a container wrote.
 *
 * @param stream where to
 * @param time when
 * @param text the line with its end; the last one may have none
 */
record LogLine(Stream stream, Instant time, String text) {
    /** Where a process writes to. */
    enum Stream {
        /** Standard output. */
        STDOUT(1),
        /** Standard error. */
        STDERR(2);

        private final int number;

        Stream(int number) {
            this.number = number;
        }

        /** The number in the frames of a log. */
        int number() {
            return number;
        }
    }

    /** Takes a text apart. */
    static List<LogLine> of(Stream stream, Instant time, String text) {
        List<LogLine> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(new LogLine(stream, time, text.substring(from, to)));
            from = to;
        }
        return lines;
    }
}
