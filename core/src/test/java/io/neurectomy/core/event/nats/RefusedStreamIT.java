package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.PersistMode;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.StreamSettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams whose acknowledgements promise less than the store does; servers before 2.12 can't be set so. */
class RefusedStreamIT {
    @Test
    void refusesAStreamThatIsPersistedAsynchronously(@TempDir Path folder) throws Exception {
        try (NatsServer server = NatsServer.start("2.15", folder)) {
            Connection connection = server.connect();
            JetStreamManagement management = connection.jetStreamManagement();
            StreamConfiguration asynchronous = StreamConfiguration.builder()
                    .name(EventKind.AGENTS.stream())
                    .subjects(EventKind.AGENTS.subjects())
                    .storageType(StorageType.File)
                    .discardPolicy(DiscardPolicy.New)
                    .allowDirect(true)
                    .persistMode(PersistMode.Async)
                    .build();
            assertThat(management.addStream(asynchronous).getConfiguration().getPersistMode())
                    .as("what the server made of it")
                    .isEqualTo(PersistMode.Async);
            assertThatExceptionOfType(StreamSettingsException.class)
                    .isThrownBy(() -> JetStreamEventStore.open(
                            connection, EventCodec.of(EventKind.AGENTS), JetStreamSettings.defaults()))
                    .withMessageStartingWith("[stream-settings] ")
                    .withMessageContaining("(persist_mode async), so a crash loses them");
            assertThat(management.getStreamNames())
                    .as("nothing else was made")
                    .containsExactly(EventKind.AGENTS.stream());
        }
    }
}
