package io.neurectomy.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber to a GraphQL subscription over server-sent events, with the connections that it takes one after the other. Reads no
 * further than the subscriber asks for, so a slow one slows the server.
 */
final class GraphQlSubscription<T> implements Flow.Subscription {
    private final Server<T> server;
    private final Flow.Subscriber<? super GraphQlResponse<T>> subscriber;
    private final RetryPolicy retries;
    private final Duration heartbeat;
    private final Queue<GraphQlResponse<T>> received = new ArrayDeque<>();
    private long demand;
    private boolean delivering;
    private boolean cancelled;
    private boolean finished;
    private @Nullable ApiException failure;
    private @Nullable Connection connection;
    private String lastId = "";
    private boolean gotEvents;
    private int breaksInARow;

    /** What a subscription needs of its client. */
    interface Server<T> {
        /** Opens the stream after an event; empty for the first. Completes with the whole answer if that is no stream. */
        CompletableFuture<Opened<T>> open(String lastId);

        /** Reads the data of an event. */
        GraphQlResponse<T> read(String data);

        /** Makes the exception of a connection that broke for good. */
        ApiException broken(Throwable cause);

        /** How many bytes an event may have. */
        long maxEventBytes();

        /** A pause before another connection. */
        Duration pause(int breaksInARow);
    }

    /**
     * What a server answers to a subscription.
     *
     * @param stream the events, or nothing if it answered at once
     * @param answer the answer, if there are no events to come
     */
    record Opened<T>(
            @Nullable TransportStream stream, @Nullable GraphQlResponse<T> answer) {}

    GraphQlSubscription(
            Server<T> server,
            Flow.Subscriber<? super GraphQlResponse<T>> subscriber,
            RetryPolicy retries,
            Duration heartbeat) {
        this.server = server;
        this.subscriber = subscriber;
        this.retries = retries;
        this.heartbeat = heartbeat;
    }

    void start() {
        subscriber.onSubscribe(this);
        connect();
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            if (n <= 0) {
                // Reactive Streams, rule 3.9.
                cancelled = true;
            } else {
                demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            }
        }
        if (n <= 0) {
            close();
            subscriber.onError(
                    new IllegalArgumentException("[demand] " + n + ": asks for nothing. Ask for 1 or more."));
            return;
        }
        deliver();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            cancelled = true;
            received.clear();
        }
        close();
    }

    private void close() {
        @Nullable Connection open;
        synchronized (this) {
            open = connection;
            connection = null;
        }
        if (open != null) {
            open.close();
        }
    }

    private void connect() {
        Connection next;
        synchronized (this) {
            if (cancelled || finished) {
                return;
            }
            next = new Connection(new EventStreamParser(server.maxEventBytes()));
            connection = next;
        }
        next.open(lastId);
    }

    private void finish(@Nullable ApiException why) {
        synchronized (this) {
            if (finished) {
                return;
            }
            finished = true;
            failure = why;
        }
        close();
        deliver();
    }

    /** Hands on what is asked for. One thread at a time: a subscriber is told one thing after the other. */
    private void deliver() {
        while (true) {
            @Nullable GraphQlResponse<T> next;
            boolean ends;
            Flow.@Nullable Subscription more = null;
            synchronized (this) {
                if (delivering || cancelled) {
                    return;
                }
                next = demand > 0 ? received.poll() : null;
                ends = next == null && finished && received.isEmpty();
                if (next == null && !ends) {
                    more = received.isEmpty() && demand > 0 && connection != null ? connection.idle() : null;
                } else {
                    delivering = true;
                    demand -= next == null ? 0 : 1;
                    cancelled = ends;
                }
            }
            if (next == null && !ends) {
                if (more != null) {
                    more.request(1);
                }
                return;
            }
            try {
                if (next != null) {
                    subscriber.onNext(next);
                } else if (failure != null) {
                    subscriber.onError(failure);
                } else {
                    subscriber.onComplete();
                }
            } finally {
                synchronized (this) {
                    delivering = false;
                }
            }
        }
    }

    private synchronized boolean isCurrent(Connection candidate) {
        return connection == candidate;
    }

    private void broken(Connection from, Throwable cause) {
        boolean again;
        synchronized (this) {
            if (connection != from || cancelled || finished) {
                return;
            }
            connection = null;
            again = (!gotEvents || !lastId.isEmpty()) && breaksInARow < retries.maxRetries();
            breaksInARow++;
        }
        from.close();
        if (again) {
            Duration pause = from.parser.retry().orElseGet(() -> server.pause(breaksInARow - 1));
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(this::connect);
        } else {
            finish(server.broken(cause));
        }
    }

    /** One connection. What it says after another has taken its place is not heard. */
    private final class Connection implements Flow.Subscriber<List<ByteBuffer>> {
        private final EventStreamParser parser;
        private final CompletableFuture<Flow.@Nullable Subscription> upstream = new CompletableFuture<>();
        private @Nullable CompletableFuture<Opened<T>> opening;
        private boolean waiting;
        private boolean watched;
        private long waitingSince;

        Connection(EventStreamParser parser) {
            this.parser = parser;
        }

        void open(String after) {
            CompletableFuture<Opened<T>> running = server.open(after);
            opening = running;
            var unused = running.whenComplete((opened, error) -> {
                if (!isCurrent(this)) {
                    if (opened != null && opened.stream() != null) {
                        opened.stream().body().subscribe(this);
                    }
                } else if (opened == null) {
                    Throwable cause = error.getCause() == null ? error : error.getCause();
                    finish(cause instanceof ApiException known ? known : server.broken(cause));
                } else if (opened.stream() != null) {
                    opened.stream().body().subscribe(this);
                } else if (opened.answer() != null) {
                    synchronized (GraphQlSubscription.this) {
                        received.add(opened.answer());
                    }
                    finish(null);
                }
            });
        }

        void close() {
            if (opening != null) {
                opening.cancel(true);
            }
            var unused = upstream.thenAccept(from -> {
                if (from != null) {
                    from.cancel();
                }
            });
        }

        /** Returns where to ask for more if nothing is being waited for. Called with the lock held. */
        Flow.@Nullable Subscription idle() {
            Flow.Subscription from = upstream.getNow(null);
            if (from == null || waiting) {
                return null;
            }
            waiting = true;
            waitingSince = System.nanoTime();
            if (!watched) {
                watched = true;
                watch(heartbeat);
            }
            return from;
        }

        /** Looks once after a while, and again while there is something to wait for: not a timer for each piece that comes. */
        private void watch(Duration pause) {
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> {
                        Duration left;
                        synchronized (GraphQlSubscription.this) {
                            watched = waiting && isCurrent(this);
                            if (!watched) {
                                return;
                            }
                            left = heartbeat.minusNanos(System.nanoTime() - waitingSince);
                        }
                        if (left.isNegative() || left.isZero()) {
                            broken(this, new IOException("nothing was heard for " + heartbeat));
                        } else {
                            watch(left);
                        }
                    });
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream.complete(subscription);
            if (!isCurrent(this)) {
                subscription.cancel();
                return;
            }
            deliver();
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (!isCurrent(this)) {
                return;
            }
            try {
                for (ByteBuffer buffer : buffers) {
                    for (EventStreamParser.Event event : parser.feed(buffer)) {
                        received(event);
                    }
                }
            } catch (ResponseTooLargeException e) {
                finish(server.broken(e));
            } catch (ApiException e) {
                finish(e);
            }
            synchronized (GraphQlSubscription.this) {
                waiting = false;
            }
            deliver();
        }

        private void received(EventStreamParser.Event event) {
            if (event.type().equals("complete")) {
                finish(null);
            } else if (event.type().equals("next")) {
                GraphQlResponse<T> response = server.read(event.data());
                synchronized (GraphQlSubscription.this) {
                    if (!finished) {
                        received.add(response);
                        gotEvents = true;
                        breaksInARow = 0;
                        lastId = parser.lastId();
                    }
                }
            }
        }

        @Override
        public void onError(Throwable error) {
            broken(this, error);
        }

        @Override
        public void onComplete() {
            broken(this, new IOException("the server ended the stream without saying that it is complete"));
        }
    }
}
