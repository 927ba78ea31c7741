package io.neurectomy.maven;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says every two seconds what is being done, until it is closed. */
final class Progress implements AutoCloseable {
    private static final int SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "audit-progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String doing;

    private Progress(String doing) {
        this.doing = doing;
    }

    static Progress of(String doing, Consumer<String> log) {
        Progress progress = new Progress(doing);
        // Nothing is asked of the future: the task ends with the clock.
        var unused = progress.clock.scheduleAtFixedRate(
                () -> log.accept("... " + progress.doing), SECONDS, SECONDS, TimeUnit.SECONDS);
        return progress;
    }

    void now(String next) {
        doing = next;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
