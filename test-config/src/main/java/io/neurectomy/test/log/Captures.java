package io.neurectomy.test.log;

import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The captures that are open, and which lines go where. Thread-safe. */
final class Captures {

    private final List<LogCapture> open = new CopyOnWriteArrayList<>();
    private final LogSource source;

    Captures(LogSource source) {
        this.source = source;
    }

    /** Opens a capture for the test that the calling thread has entered. */
    LogCapture start() {
        LogCapture capture = new LogCapture(this);
        open.add(capture);
        source.attach(this);
        levelChanged();
        TestThreads.currentTest().orElseThrow().setCapture(capture);
        return capture;
    }

    /** Closes a capture. */
    void stop(LogCapture capture) {
        open.remove(capture);
        levelChanged();
    }

    void levelChanged() {
        source.lowestWanted(open.stream().map(LogCapture::threshold).min(Comparator.comparingInt(Level::getSeverity)));
    }

    /** Says whether a line that the calling thread logs belongs to a capture. */
    boolean wants(String logger, Level level) {
        return !open.isEmpty() && !takers(logger, level).isEmpty();
    }

    /** Hands a line of the calling thread to the captures that it belongs to. */
    void offer(String logger, Level level, Supplier<LogEvent> event) {
        List<LogCapture> takers = takers(logger, level);
        if (!takers.isEmpty()) {
            LogEvent taken = event.get();
            takers.forEach(capture -> capture.add(taken));
        }
    }

    private List<LogCapture> takers(String logger, Level level) {
        Optional<TestThreads.Test> test = TestThreads.currentTest();
        if (test.isPresent()) {
            return test.flatMap(TestThreads.Test::capture)
                    .filter(capture -> capture.wants(level))
                    .map(List::of)
                    .orElse(List.of());
        }
        return open.stream()
                .filter(capture -> capture.wants(level) && capture.includesShared(logger))
                .toList();
    }
}
