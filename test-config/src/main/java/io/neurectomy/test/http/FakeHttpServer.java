package io.neurectomy.test.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on a free port of 127.0.0.1 that answers what a test expects. Take it as a parameter of a test,
 * {@code @BeforeEach} or {@code @AfterEach} method: the methods of one test share one server, which ends with the test.
 * Where a test needs several, {@link #start()} makes them.
 *
 * <p>The end, {@link #close()}, fails the test if a request came that no expectation matched, with the nearest expectation
 * and what told them apart, or if an expected request did not come. Of several expectations that match, the one that was
 * told first and is not used up answers.
 *
 * <p>It speaks HTTP over plain sockets, because the JDK's own server can't misbehave. Thread-safe; connections are served
 * concurrently, each in a daemon thread.
 */
public final class FakeHttpServer implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final long END_SECONDS = 10;
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ServerSocket socket;
    private final String scheme;
    private final String name = "fake-http-" + NUMBER.incrementAndGet();
    private final Ledger ledger = new Ledger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private FakeHttpServer(ServerSocketFactory sockets, String scheme) {
        this.scheme = scheme;
        try {
            socket = sockets.createServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException("[http-fake] 127.0.0.1: no port can be opened. Allow it.", e);
        }
        start(this::accept, name + "-accept");
    }

    /**
     * Starts a server.
     *
     * @return a server that the caller closes
     * @throws UncheckedIOException if no port can be opened
     */
    public static FakeHttpServer start() {
        return new FakeHttpServer(ServerSocketFactory.getDefault(), "http");
    }

    /**
     * Starts a server that speaks TLS.
     *
     * @param tls holds the key and certificate of the server
     * @return a server that the caller closes
     * @throws UncheckedIOException if no port can be opened
     */
    public static FakeHttpServer start(SSLContext tls) {
        return new FakeHttpServer(tls.getServerSocketFactory(), "https");
    }

    /**
     * Expects requests from now on.
     *
     * @param expectations what is asked and what is answered; the order decides where several match
     * @return this server
     */
    public FakeHttpServer expect(Expectation... expectations) {
        String place = STACK.walk(frames -> frames.filter(
                        frame -> !frame.getClassName().equals(FakeHttpServer.class.getName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("unknown place"));
        List.of(expectations).forEach(expectation -> ledger.expect(expectation, place));
        return this;
    }

    /**
     * Returns the address of the server.
     *
     * @return scheme, address and port, without a path
     */
    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort());
    }

    /**
     * Returns an address on the server.
     *
     * @param path begins with a slash; may have a query
     * @return the address of the server with that path
     */
    public URI uri(String path) {
        return uri().resolve(path);
    }

    /**
     * Returns what was received so far, unexpected requests included.
     *
     * @return an immutable snapshot in the order of arrival
     */
    public List<ReceivedRequest> requests() {
        return ledger.received();
    }

    /**
     * Returns how many connections are open. One that stalls counts until its client closes it.
     *
     * @return a number that other threads change
     */
    public int openConnections() {
        return open.size();
    }

    /**
     * Closes the port and all connections, waits for the threads, and tells whether everything was as expected. Further
     * calls do nothing.
     *
     * @throws AssertionError if a request was unexpected or unreadable, an expected one did not come, or an answer could
     *     not be made: all at once
     */
    @Override
    public void close() {
        if (stopped.getCount() == 0) {
            return;
        }
        stopped.countDown();
        closeQuietly(socket);
        open.forEach(FakeHttpServer::closeQuietly);
        List<String> left = threadsLeft();
        String failures = ledger.failures();
        if (!left.isEmpty()) {
            failures += "[http-fake] %s: still running. Let no function that makes an answer block.".formatted(left);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures);
        }
    }

    private List<String> threadsLeft() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        boolean interrupted = false;
        // Not one pass over all: the thread that accepts may have started another one just now.
        for (Thread any = any(); any != null && System.nanoTime() < end; any = any()) {
            try {
                any.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().map(Thread::getName).sorted().toList();
    }

    private @Nullable Thread any() {
        return threads.stream().findAny().orElse(null);
    }

    private void accept() {
        while (stopped.getCount() > 0) {
            @Nullable Socket connection = next();
            if (connection != null) {
                open.add(connection);
                start(() -> serve(connection), name + "-connection");
            }
        }
        // A connection may have come in while the others were being closed.
        open.forEach(FakeHttpServer::closeQuietly);
    }

    private @Nullable Socket next() {
        try {
            return socket.accept();
        } catch (IOException e) {
            // Closed, or the client went away before it was served.
            return null;
        }
    }

    private void serve(Socket connection) {
        try {
            new Connection(connection, ledger, stopped).serve();
        } finally {
            closeQuietly(connection);
            open.remove(connection);
        }
    }

    private void start(Runnable task, String threadName) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                threadName);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Nothing is left to be closed.
            return;
        }
    }
}
