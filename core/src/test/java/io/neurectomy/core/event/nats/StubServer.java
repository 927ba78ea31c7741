package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Greets one client as a server of any version does, and answers its pings and nothing else. */
final class StubServer implements AutoCloseable {
    static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final String info;
    private volatile @Nullable Socket accepted;

    StubServer(String version, boolean jetStream) throws IOException {
        info = "INFO {\"server_id\":\"stub\",\"version\":\"" + version
                + "\",\"proto\":1,\"host\":\"127.0.0.1\",\"port\":" + listening.getLocalPort()
                + ",\"headers\":true,\"max_payload\":1048576,\"jetstream\":" + jetStream + "}\r\n";
        Thread thread = new Thread(this::serve, "stub-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try (Socket client = listening.accept();
                OutputStream out = client.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            accepted = client;
            send(out, info);
            String line = in.readLine();
            while (line != null) {
                if (line.startsWith("PING")) {
                    send(out, "PONG\r\n");
                } else if (line.startsWith("PUB") || line.startsWith("HPUB")) {
                    published.add(line);
                }
                line = in.readLine();
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Connects; the connection ends with the server. */
    Connection connect() throws IOException, InterruptedException {
        return Nats.connect(Options.builder()
                .server("nats://127.0.0.1:" + listening.getLocalPort())
                .noReconnect()
                .errorListener(new ErrorListener() {})
                .connectionTimeout(CONNECTION_TIMEOUT)
                .build());
    }

    /** The first lines of what the client has published. */
    List<String> published() {
        return published;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        Socket client = accepted;
        if (client != null) {
            client.close();
        }
    }
}
