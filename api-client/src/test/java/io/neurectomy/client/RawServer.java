package io.neurectomy.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each connection once, byte by byte as the test says, so that it can also answer wrongly. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Writes the answer to a request; closing the socket is part of it. */
    interface Answer {
        void write(int request, Socket connection) throws IOException;
    }

    RawServer(Answer answer) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (!socket.isClosed()) {
                Socket connection = socket.accept();
                start(() -> {
                    try (connection) {
                        requests.add(read(connection.getInputStream()));
                        answer.write(requests.size(), connection);
                    }
                });
            }
        });
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The client went away, or the test is over: both are what tests do here.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        int length = head.toString(UTF_8)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return head.toString(UTF_8) + new String(in.readNBytes(length), UTF_8);
    }

    static Answer answer(int status, String contentType, String body, String... headers) {
        return (request, connection) -> {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                                    + body.getBytes(UTF_8).length + "\r\nConnection: close\r\n" + more + "\r\n" + body)
                            .getBytes(UTF_8));
        };
    }

    /** Answers the first requests one way and all later ones another. */
    static Answer first(int times, Answer first, Answer then) {
        return (request, connection) -> (request <= times ? first : then).write(request, connection);
    }

    /** Sends some bytes and then nothing more until the client closes the connection. */
    static Answer stalls(String bytes) {
        return (request, connection) -> {
            connection.getOutputStream().write(bytes.getBytes(UTF_8));
            while (connection.getInputStream().read() >= 0) {
                // Nothing is expected; the end of the stream is what is waited for.
                Thread.onSpinWait();
            }
        };
    }

    /** Sends some bytes and resets the connection, or closes it. */
    static Answer breaks(String bytes, boolean reset) {
        return (request, connection) -> {
            connection.getOutputStream().write(bytes.getBytes(UTF_8));
            connection.getOutputStream().flush();
            if (reset) {
                connection.setSoLinger(true, 0);
            }
        };
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/graphql");
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
