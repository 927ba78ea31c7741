package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.service.NeedsService;
import io.neurectomy.test.service.Service;
import io.neurectomy.test.service.Services;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

@NeedsService(Service.NATS)
class InboxIT {
    @Test
    void reachesTheServer(Services services) throws IOException {
        URI url = services.url(Service.NATS);
        String stream = services.freshName("inbox");

        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(stream).startsWith("inbox_");
    }
}
