package io.neurectomy.test.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends what it is told, byte by byte, and reads until the connection ends. */
final class RawClient {
    private RawClient() {}

    /** Returns all that came, and at its end {@code <reset>} if the connection was reset. */
    static String send(URI server, String bytes) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            return send(socket, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String send(Socket socket, String bytes) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        StringBuilder came = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                came.append((char) next);
            }
        } catch (SocketException e) {
            came.append("<reset>");
        }
        return came.toString();
    }
}
