package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Three servers that keep a stream together. */
final class NatsCluster implements AutoCloseable {
    private static final int SIZE = 3;

    private final List<NatsServer> servers = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    private NatsCluster() {}

    /** Starts three servers of a version; they need some seconds until they have chosen who leads. */
    static NatsCluster start(String version, Path folder) throws IOException, InterruptedException {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            ports.add(NatsServer.freePort());
        }
        String routes =
                ports.stream().map(port -> "\"nats://127.0.0.1:" + port + "\"").collect(Collectors.joining(", "));
        NatsCluster cluster = new NatsCluster();
        for (int i = 0; i < SIZE; i++) {
            cluster.servers.add(NatsServer.start(
                    version,
                    Files.createDirectory(folder.resolve(name(i))),
                    "",
                    "server_name: " + name(i) + "\ncluster { name: test, listen: \"127.0.0.1:" + ports.get(i)
                            + "\", routes: [" + routes + "] }\n"));
        }
        return cluster;
    }

    private static String name(int server) {
        return "server-" + server;
    }

    /** Connects to any of them, and to another when that one is gone. */
    Connection connect() throws IOException, InterruptedException {
        Connection connection =
                NatsServer.connectTo(servers.stream().map(NatsServer::url).toArray(String[]::new));
        connections.add(connection);
        return connection;
    }

    /** Returns the server that leads a stream. */
    NatsServer leader(Connection connection, String stream) throws IOException, JetStreamApiException {
        String leader = Objects.requireNonNull(
                        connection.jetStreamManagement().getStreamInfo(stream).getClusterInfo(), "cluster")
                .getLeader();
        for (int i = 0; i < SIZE; i++) {
            if (name(i).equals(leader)) {
                return servers.get(i);
            }
        }
        throw new IOException("the stream " + stream + " has no leader");
    }

    @Override
    public void close() {
        NatsServer.closeAll(connections);
        servers.forEach(NatsServer::close);
    }
}
