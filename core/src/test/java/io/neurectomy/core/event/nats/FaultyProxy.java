package io.neurectomy.core.event.nats;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server and loses or holds back what the server answers: every message to the client is a whole
 * frame here, so that what is left is still the protocol. What the client sends always arrives; that is the worse case, as
 * the server then has done what it was asked for.
 */
final class FaultyProxy implements AutoCloseable {
    private static final byte[] PAYLOAD_ABSENT = {};

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger delayed = new AtomicInteger();
    private final int port;
    private final long seed;
    private final Duration delay;
    private volatile int dropPerThousand;
    private volatile int dropAcknowledgementsPerThousand;
    private volatile int delayPerThousand;

    /** Lets everything through until {@link #begin}. */
    FaultyProxy(int port, long seed, Duration delay) throws IOException {
        this.port = port;
        this.seed = seed;
        this.delay = delay;
        start("proxy", this::accept);
    }

    /** From now on loses and holds back that many of a thousand answers; one that is held back holds up those behind it. */
    void begin(int acknowledgementsDropped, int othersDropped, int delayed) {
        dropAcknowledgementsPerThousand = acknowledgementsDropped;
        dropPerThousand = othersDropped;
        delayPerThousand = delayed;
    }

    void end() {
        begin(0, 0, 0);
    }

    String url() {
        return "nats://127.0.0.1:" + listening.getLocalPort();
    }

    int dropped() {
        return dropped.get();
    }

    int delayed() {
        return delayed.get();
    }

    private interface Pump {
        void run() throws IOException, InterruptedException;
    }

    private static void start(String name, Pump pump) {
        Thread thread = new Thread(
                () -> {
                    try {
                        pump.run();
                    } catch (IOException ended) {
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            open.add(client);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Random chance = new Random(seed + connections.incrementAndGet());
            start("proxy-requests", () -> requests(client, server));
            start("proxy-answers", () -> answers(client, server, chance));
        }
    }

    private static void requests(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private void answers(Socket client, Socket server, Random chance) throws IOException, InterruptedException {
        try (client;
                server) {
            InputStream in = new BufferedInputStream(server.getInputStream());
            OutputStream out = new BufferedOutputStream(client.getOutputStream());
            long rested = System.nanoTime();
            while (true) {
                byte[] line = line(in);
                byte[] payload = payload(new String(line, StandardCharsets.UTF_8), in);
                int fate = payload.length == 0 ? 1_000 : chance.nextInt(1_000);
                int drop = acknowledges(payload) ? dropAcknowledgementsPerThousand : dropPerThousand;
                if (fate < drop) {
                    dropped.incrementAndGet();
                } else {
                    // A rest after each, or a long answer would never get through.
                    if (fate < drop + delayPerThousand && System.nanoTime() >= rested) {
                        delayed.incrementAndGet();
                        out.flush();
                        Thread.sleep(delay.toMillis());
                        rested = System.nanoTime() + delay.toNanos();
                    }
                    out.write(line);
                    out.write(payload);
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    /** Answers to appends begin so, and to nothing else: acknowledgements and refusals. */
    private static boolean acknowledges(byte[] payload) {
        String begin = new String(payload, 0, Math.min(payload.length, 9), StandardCharsets.UTF_8);
        return begin.startsWith("{\"stream\"") || begin.startsWith("{\"error\"");
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
            next = in.read();
        }
        line.write(next);
        return line.toByteArray();
    }

    /** What follows the line of a message, whose last word is its size; empty for every other line. */
    private static byte[] payload(String line, InputStream in) throws IOException {
        if (!line.startsWith("MSG ") && !line.startsWith("HMSG ")) {
            return PAYLOAD_ABSENT;
        }
        int size = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1).trim());
        byte[] payload = in.readNBytes(size + 2);
        if (payload.length < size + 2) {
            throw new EOFException();
        }
        return payload;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Closeable socket : open) {
            socket.close();
        }
    }
}
