package io.neurectomy.test.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.internal.FreshJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The situations in which a test that needs a service can be, each in a JVM of its own. */
class NeedsServiceTest {
    private static final String URL = Service.NATS.urlVariable();

    @Test
    void takesTheServiceThatAVariableNames() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "nats://127.0.0.1:" + server.getLocalPort();
            List<String> output = laptop().withEnvironment(URL, url).run(ServiceFixtures.OnNats.class);
            assertThat(output).contains("url " + url, "talks again: SUCCESSFUL");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failsWhereTheNamedServiceDoesNotAnswer(boolean ci) {
        FreshJvm jvm = laptop().withEnvironment(URL, "nats://127.0.0.1:1");
        List<String> output = (ci ? jvm.withEnvironment("CI", "true") : jvm).run(ServiceFixtures.OnNats.class);
        assertThat(String.join("\n", output))
                .contains("[needs-service] NATS: NEURECTOMY_TEST_NATS_URL is set but 127.0.0.1:1 does not answer")
                .contains("OnNats: FAILED")
                .doesNotContain("talks: SUCCESSFUL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nats://12 7|is no URL",
                "localhost|names no host",
            })
    void failsOnAValueThatIsNoUrl(String value, String reason) {
        assertThat(String.join("\n", laptop().withEnvironment(URL, value).run(ServiceFixtures.OnNats.class)))
                .contains(reason, "Write nats://127.0.0.1:4222.");
    }

    @Test
    void skipsOnALaptopAndSaysSoAtTheEnd() {
        List<String> output = laptop().run(ServiceFixtures.OnNats.class, ServiceFixtures.SomeOnNats.class);
        String reason =
                "[needs-service] NATS: NEURECTOMY_TEST_DOCKER is false and NEURECTOMY_TEST_NATS_URL is not set. Set NEURECTOMY_TEST_NATS_URL to a running NATS JetStream.";
        assertThat(output).contains("computed", reason).noneMatch(line -> line.startsWith("url "));
        int summary = output.indexOf(reason);
        assertThat(output.get(summary + 1))
                .isEqualTo("    skipped: " + ServiceFixtures.OnNats.class.getName() + ", "
                        + ServiceFixtures.SomeOnNats.class.getName());
        assertThat(output.get(output.size() - 1)).contains("NEURECTOMY_TEST_SERVICES=required");
    }

    @ParameterizedTest
    @CsvSource({"CI,true", "NEURECTOMY_TEST_SERVICES,required"})
    void failsWhereServicesAreRequired(String variable, String value) {
        List<String> output = laptop().withEnvironment(variable, value)
                .run(ServiceFixtures.OnNats.class, ServiceFixtures.SomeOnNats.class);
        assertThat(String.join("\n", output))
                .contains("OnNats: FAILED", "computes: SUCCESSFUL", "talks: FAILED")
                .contains("[needs-service] NATS: NEURECTOMY_TEST_DOCKER is false");
    }

    @Test
    void saysThatTestcontainersIsNotThere() {
        List<String> output = laptop().withEnvironment("NEURECTOMY_TEST_DOCKER", "")
                .without("testcontainers")
                .run(ServiceFixtures.OnNats.class);
        assertThat(String.join("\n", output)).contains("Testcontainers is not on the class path");
    }

    @Test
    void neitherPullsAnImageNorWaitsForADockerThatIsNotThere() {
        List<String> output = laptop().withEnvironment("NEURECTOMY_TEST_DOCKER", "")
                .withEnvironment(Service.NATS.imageVariable(), "absent.invalid/none:1")
                .run(ServiceFixtures.OnNats.class);
        assertThat(String.join("\n", output))
                .containsAnyOf("there is no Docker", "Docker has no image absent.invalid/none:1")
                .contains("skipped: ");
    }

    @Test
    void refusesAServiceThatTheTestDoesNotName() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> output = laptop().withEnvironment(URL, "nats://127.0.0.1:" + server.getLocalPort())
                    .run(ServiceFixtures.Careless.class);
            assertThat(String.join("\n", output))
                    .contains("[needs-service] REDIS: the test does not name it. Add it to @NeedsService.");
        }
    }

    /** A machine with neither services nor Docker, where nobody has said that they are required. */
    private static FreshJvm laptop() {
        FreshJvm jvm = new FreshJvm()
                .withEnvironment("CI", "")
                .withEnvironment("NEURECTOMY_TEST_SERVICES", "")
                .withEnvironment("NEURECTOMY_TEST_DOCKER", "false");
        for (Service service : Service.values()) {
            jvm.withEnvironment(service.urlVariable(), "").withEnvironment(service.imageVariable(), "");
        }
        return jvm;
    }
}
