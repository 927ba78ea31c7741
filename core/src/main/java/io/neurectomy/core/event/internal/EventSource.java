package io.neurectomy.core.event.internal;

import io.neurectomy.core.event.StoredEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where recorded events come from, in order. For one thread. */
public interface EventSource extends AutoCloseable {
    /**
     * Waits for the next event.
     *
     * @param wait how long to wait at most
     * @return the event, {@code null} if none came
     * @throws InterruptedException if the thread is interrupted
     */
    @Nullable
    StoredEvent next(Duration wait) throws InterruptedException;

    /** Ends it. */
    @Override
    void close();
}
