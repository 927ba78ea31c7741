package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventStore;
import io.neurectomy.core.event.EventStoreContract;
import io.neurectomy.types.AgentEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real server of one version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JetStreamContract extends EventStoreContract {
    private final String version;
    private NatsServer server;
    private Connection connection;

    JetStreamContract(String version) {
        this.version = version;
    }

    @BeforeAll
    void startServer(@TempDir Path folder) throws IOException, InterruptedException {
        server = NatsServer.start(version, folder);
        connection = server.connect();
    }

    @AfterAll
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected EventStore<AgentEvent> open(boolean fresh) throws IOException, JetStreamApiException {
        if (fresh) {
            for (String stream : connection.jetStreamManagement().getStreamNames()) {
                connection.jetStreamManagement().deleteStream(stream);
            }
        }
        return JetStreamEventStore.open(connection, EventCodec.of(EventKind.AGENTS), JetStreamSettings.defaults());
    }

    @Override
    protected boolean appendsAtomically() {
        return !version.equals("2.10");
    }
}
