package io.neurectomy.test.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The real services, wherever they come from. */
@NeedsService({Service.POSTGRES, Service.REDIS, Service.NATS})
class ServicesIT {

    @Test
    void findsNeighboursInPostgres(Services services) throws SQLException {
        URI url = services.url(Service.POSTGRES);
        String schema = services.freshName("services");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector");
            statement.execute("CREATE SCHEMA " + schema);
            try {
                statement.execute("CREATE TABLE " + schema + ".agent (name text, capability vector(2))");
                statement.execute("INSERT INTO " + schema + ".agent VALUES ('near', '[1,1]'), ('far', '[9,9]')");
                try (ResultSet row = statement.executeQuery(
                        "SELECT name FROM " + schema + ".agent ORDER BY capability <-> '[0,0]' LIMIT 1")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("near");
                }
            } finally {
                statement.execute("DROP SCHEMA " + schema + " CASCADE");
            }
        }
    }

    @Test
    void greetsRedis(Services services) throws IOException {
        assertThat(talk(services.url(Service.REDIS), "PING\r\n")).startsWith("+PONG");
    }

    @Test
    void isGreetedByNatsWithJetStream(Services services) throws IOException {
        assertThat(talk(services.url(Service.NATS), "")).startsWith("INFO ").contains("\"jetstream\":true");
    }

    private static String talk(URI url, String line) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        }
    }
}
