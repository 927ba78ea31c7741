package io.neurectomy.test.log;

import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The captures that are open, and which thread belongs to which. Thread-safe. */
final class Captures {

    private static final InheritableThreadLocal<@Nullable Claim> CLAIMS = new InheritableThreadLocal<>();
    private final List<LogCapture> open = new CopyOnWriteArrayList<>();
    private final LogSource source;

    Captures(LogSource source) {
        this.source = source;
    }

    /** Opens a capture for the calling thread and the threads that it starts. */
    LogCapture start() {
        LogCapture capture = new LogCapture(this);
        CLAIMS.set(new Claim(capture, Thread.currentThread(), CLAIMS.get()));
        open.add(capture);
        source.attach(this);
        levelChanged();
        return capture;
    }

    /** Closes a capture; to be called by the thread that started it. */
    void stop(LogCapture capture) {
        open.remove(capture);
        levelChanged();
        Claim claim = CLAIMS.get();
        if (claim == null || claim.outer() == null) {
            CLAIMS.remove();
        } else {
            CLAIMS.set(claim.outer());
        }
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
        Optional<LogCapture> owner = owner();
        if (owner.isPresent()) {
            return owner.filter(capture -> capture.wants(level)).map(List::of).orElse(List.of());
        }
        return open.stream()
                .filter(capture -> capture.wants(level) && capture.includesShared(logger))
                .toList();
    }

    private Optional<LogCapture> owner() {
        // A pool adds workers from whatever thread hands it work: a worker's inherited claim means nothing, and JUnit's
        // own workers, which then run other tests, are such.
        Thread current = Thread.currentThread();
        return Optional.ofNullable(CLAIMS.get())
                .filter(claim -> claim.thread() == current || !(current instanceof ForkJoinWorkerThread))
                .map(Claim::capture)
                .filter(open::contains);
    }

    /**
     * A thread's part in a capture.
     *
     * @param capture the capture
     * @param thread the thread that started it; another one has inherited the claim
     * @param outer the claim that it hides, if tests are run from inside a test
     */
    private record Claim(
            LogCapture capture, Thread thread, @Nullable Claim outer) {}
}
