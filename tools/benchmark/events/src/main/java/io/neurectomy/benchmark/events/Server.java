package io.neurectomy.benchmark.events;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A NATS server of our own, whose data goes when it goes. */
final class Server implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    Server(String program) throws IOException {
        folder = Files.createTempDirectory("benchmark-events");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(
                folder.resolve("nats.conf"),
                "listen: \"127.0.0.1:" + port + "\"\njetstream { store_dir: \"" + folder.resolve("data") + "\" }\n");
        process = new ProcessBuilder(program, "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nats.log").toFile())
                .start();
    }

    Connection connect() throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                return Nats.connect(Options.builder()
                        .server("nats://127.0.0.1:" + port)
                        // Else each attempt while it starts is two lines in the log.
                        .errorListener(new ErrorListener() {})
                        .build());
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
