package io.neurectomy.core.event.internal;

import io.neurectomy.core.event.EventSubscription;
import io.neurectomy.core.event.StoredEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread that hands events from a source to a consumer until it is closed or something fails. */
public final class Delivery implements EventSubscription {
    /** How long a closed delivery may go unnoticed. */
    private static final Duration WAIT = Duration.ofMillis(200);

    private static final long CLOSE_SECONDS = 30;

    private final EventSource source;
    private final Consumer consumer;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long position;
    private volatile boolean closed;

    /** What is done with the events; called by one thread. */
    public interface Consumer {
        /**
         * Handles the next event.
         *
         * @param event the event
         * @throws Exception if it can't be handled, which ends the delivery
         */
        void handle(StoredEvent event) throws Exception;

        /**
         * Hears how far the delivery has come: once at its begin and after each event.
         *
         * @param sequence the sequence of the last event that was handled
         */
        void reached(long sequence);

        /**
         * Hears that it is over.
         *
         * @param error why, {@code null} if it was closed
         */
        void ended(@Nullable Throwable error);
    }

    /**
     * Makes a delivery that does not run yet.
     *
     * @param name of its thread
     * @param after the sequence to go on from
     * @param source where the events come from; closed at the end
     * @param consumer takes them
     */
    public Delivery(String name, long after, EventSource source, Consumer consumer) {
        this.position = after;
        this.source = source;
        this.consumer = consumer;
        this.thread = new Thread(this::run, name);
        // What it serves keeps the program alive, or nothing does.
        this.thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @return this
     */
    public Delivery start() {
        thread.start();
        return this;
    }

    @SuppressWarnings("IllegalCatch") // Whatever ends the thread must reach the subscriber, who would wait for ever.
    private void run() {
        @Nullable Throwable error = null;
        try {
            consumer.reached(position);
            while (!closed) {
                StoredEvent event = source.next(WAIT);
                if (event != null) {
                    consumer.handle(event);
                    position = event.revision().sequence();
                    consumer.reached(position);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error = closed ? null : e;
        } catch (Throwable e) {
            error = e;
        } finally {
            closed = true;
            source.close();
            ended.countDown();
            consumer.ended(error);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() != thread) {
            try {
                // Not interrupted: the event that is being handled gets done.
                if (thread.isAlive() && !ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
