package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A server of our own, which a test may kill and start again on the same port and with the same data. */
final class NatsServer implements AutoCloseable {
    private final Path program;
    private final Path folder;
    private final int port;
    private final String jetStream;
    private final String more;
    private final List<Connection> connections = new ArrayList<>();
    private Process process;

    private NatsServer(Path program, Path folder, String jetStream, String more)
            throws IOException, InterruptedException {
        this.program = program;
        this.folder = folder;
        this.port = freePort();
        this.jetStream = jetStream;
        this.more = more;
        this.process = launch();
    }

    /**
     * Starts a server of a version, or skips the test where there is none; in CI that is a failure.
     *
     * @param version {@code 2.10} or {@code 2.15}
     */
    static NatsServer start(String version, Path folder) throws IOException, InterruptedException {
        return start(version, folder, "");
    }

    static NatsServer start(String version, Path folder, String jetStream) throws IOException, InterruptedException {
        return start(version, folder, jetStream, "");
    }

    /** Starts a server with lines of its own in the block {@code jetstream} and beside it. */
    static NatsServer start(String version, Path folder, String jetStream, String more)
            throws IOException, InterruptedException {
        String variable = "NEURECTOMY_NATS_SERVER_" + version.replace('.', '_');
        String program = System.getenv(variable);
        if (program == null) {
            String reason = "[needs-service] " + variable + " does not name a nats-server " + version
                    + ". Run eval \"$(.ci/services start DIR)\".";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(reason);
            }
            System.getLogger(NatsServer.class.getName()).log(System.Logger.Level.WARNING, reason);
            Assumptions.abort(reason);
        }
        return new NatsServer(Path.of(String.valueOf(program)), folder, jetStream, more);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("nats.conf"),
                "listen: \"127.0.0.1:" + port + "\"\njetstream { store_dir: \"" + folder.resolve("data") + "\"\n"
                        + jetStream + " }\n" + more);
        File log = folder.resolve("nats.log").toFile();
        Process started = new ProcessBuilder(program.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return started;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        started.destroyForcibly();
        throw new IOException("nats-server did not start: " + Files.readString(log.toPath()));
    }

    int port() {
        return port;
    }

    String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** Connects; the connection ends with the server. */
    Connection connect() throws IOException, InterruptedException {
        return connect(url());
    }

    /** Connects to what stands before it. */
    Connection connect(String url) throws IOException, InterruptedException {
        Connection connection = connectTo(url);
        connections.add(connection);
        return connection;
    }

    /** Connects to any of the servers for good: it comes back as often as they do. */
    static Connection connectTo(String... urls) throws IOException, InterruptedException {
        return Nats.connect(Options.builder()
                .servers(urls)
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(50))
                .reconnectJitter(Duration.ofMillis(20))
                // Else each attempt to come back is two lines in the log.
                .errorListener(new ErrorListener() {})
                .connectionTimeout(Duration.ofSeconds(5))
                .build());
    }

    static void closeAll(List<Connection> connections) {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the server as a crash does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Starts it again on what is left of its data. */
    void restart() throws IOException, InterruptedException {
        process = launch();
    }

    @Override
    public void close() {
        closeAll(connections);
        process.destroyForcibly();
    }
}
