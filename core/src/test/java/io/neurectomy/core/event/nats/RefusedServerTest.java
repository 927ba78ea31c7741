package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nats.client.Connection;
import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.UnsupportedByServerException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which servers a store refuses before it has sent them anything. */
class RefusedServerTest {
    private static final JetStreamSettings IMPATIENT =
            JetStreamSettings.defaults().withTimeout(Duration.ofMillis(300));

    private static void open(Connection connection) {
        JetStreamEventStore.open(connection, EventCodec.of(EventKind.AGENTS), IMPATIENT)
                .close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.9.10", "2.9.25", "1.4.1"})
    void refusesAServerThatIsOlderThan210(String version) throws Exception {
        try (StubServer server = new StubServer(version, true)) {
            Connection connection = server.connect();
            assertThatExceptionOfType(UnsupportedByServerException.class)
                    .isThrownBy(() -> open(connection))
                    .withMessageStartingWith("[server-unsupported] NATS server " + version + ": is older than 2.10")
                    .satisfies(e -> assertThat(e.context().get("serverVersion").map(JsonNode::stringValue))
                            .hasValue(version));
            connection.flush(Duration.ofSeconds(5));
            assertThat(server.published()).isEmpty();
        }
    }

    @Test
    void refusesAServerWithoutJetStream() throws Exception {
        try (StubServer server = new StubServer("2.15.1", false)) {
            Connection connection = server.connect();
            assertThatExceptionOfType(UnsupportedByServerException.class)
                    .isThrownBy(() -> open(connection))
                    .withMessage("[server-unsupported] NATS server 2.15.1: has no JetStream. Start it with -js.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10.0", "2.10.27", "2.15.1", "3.0.0"})
    void asksAServerThatIsNewEnoughAndWaitsNoLongerThanItIsSet(String version) throws Exception {
        try (StubServer server = new StubServer(version, true)) {
            Connection connection = server.connect();
            long begin = System.nanoTime();
            assertThatExceptionOfType(NeurectomyException.class)
                    .as("the stub answers no request")
                    .isThrownBy(() -> open(connection))
                    .withMessageStartingWith("[store-unavailable] ");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("the store's own time limit, not the connection's")
                    .isBetween(IMPATIENT.timeout(), StubServer.CONNECTION_TIMEOUT.minusSeconds(1));
            assertThat(server.published()).first().asString().contains("$JS.API.");
        }
    }
}
