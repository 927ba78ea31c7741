package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.types.AgentEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads leave on the server. */
class ConsumersIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void readsLeaveNoConsumerBehind(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder)) {
            Connection connection = server.connect();
            try (JetStreamEventStore<AgentEvent> store = JetStreamEventStore.open(
                    connection, EventCodec.of(EventKind.AGENTS), JetStreamSettings.defaults())) {
                String agent = AgentEvents.newAgent();
                store.append(Expected.none(), AgentEvents.created(agent));
                store.append(Expected.exists(), AgentEvents.started(agent, "task"));
                for (int i = 0; i < 5; i++) {
                    assertThat(store.read(agent)).hasSize(2);
                    try (Stream<RecordedEvent<AgentEvent>> all = store.replay(0)) {
                        assertThat(all).hasSize(2);
                    }
                }
                // By itself the server deletes them after five.
                long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
                while (consumers(connection) > 0 && System.nanoTime() < until) {
                    Thread.sleep(10);
                }
                assertThat(consumers(connection)).isZero();
            }
        }
    }

    private static long consumers(Connection connection) throws IOException, JetStreamApiException {
        return connection
                .jetStreamManagement()
                .getStreamInfo(EventKind.AGENTS.stream())
                .getStreamState()
                .getConsumerCount();
    }
}
