package io.neurectomy.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.docker.ContainerStatus;
import io.neurectomy.test.docker.FakeContainer;
import io.neurectomy.test.docker.FakeDocker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void startsAContainerForEachJob(FakeDocker docker) {
        docker.image("acme/worker").logs("done\n").exitsWith(0);

        new Jobs(docker.host()).run("acme/worker");

        assertThat(docker.containers()).extracting(FakeContainer::status).containsExactly(ContainerStatus.EXITED);
    }

    /** The class under test. */
    private record Jobs(URI engine) {
        void run(String image) {
            String created = post("/containers/create", "{\"Image\":\"" + image + "\"}");
            post("/containers/" + created.replaceAll("(?s).*\"Id\":\"([0-9a-f]+)\".*", "$1") + "/start", "");
        }

        private String post(String path, String body) {
            try {
                HttpURLConnection connection = (HttpURLConnection) URI.create("http://" + engine.getAuthority() + path)
                        .toURL()
                        .openConnection();
                connection.setRequestProperty("Content-Type", "application/json");
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
                return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
