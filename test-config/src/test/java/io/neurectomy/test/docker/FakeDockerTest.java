package io.neurectomy.test.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.test.docker.EngineClient.Answer;
import io.neurectomy.test.internal.FreshJvm;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeDockerTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /v1.45/containers/box/exec, POST /containers/box/exec",
        "GET, /networks, GET /networks",
        "PUT, /info, PUT /info",
        "GET, /containers/json?size=1, with the parameter size",
        "'GET', '/containers/json?filters=%7B%22health%22:%5B%22none%22%5D%7D', GET /containers/json with the filter health",
        "GET, '/events?filters=%7B%22network%22:%5B%22a%22%5D%7D', GET /events with the filter network",
        "POST, /images/create?fromSrc=-, with the parameter fromSrc",
        "POST, /images/create, POST /images/create without fromImage",
    })
    void saysWhatItDoesNotFakeAndFailsTheTest(String method, String path, String what) {
        FakeDocker docker = FakeDocker.start();
        Answer answer = new EngineClient(docker).send(method, path, null);
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.message()).startsWith("[docker-not-faked] ").contains(what);
        assertThatThrownBy(docker::close).isInstanceOf(AssertionError.class).hasMessageContaining(what);
    }

    @Test
    void takesAParameterThatAsksForNothing() {
        try (FakeDocker docker = FakeDocker.start()) {
            assertThat(new EngineClient(docker)
                            .get("/containers/json?size=0&foo=")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void failsTheTestThatHasItAsAParameter() {
        List<String> output = new FreshJvm().run(DockerFixtures.AsksForTooMuch.class, DockerFixtures.OnTheClass.class);
        assertThat(String.join("\n", output))
                .contains("asks for networks: FAILED java.lang.AssertionError: [docker-not-faked] GET /networks")
                .contains("lists containers: SUCCESSFUL")
                .contains("[docker-parameter] ", "Take it in a test, @BeforeEach or @AfterEach method");
    }

    @Test
    void harmsNobodyWhereThereIsNoJackson() {
        List<String> output = new FreshJvm()
                .without("jackson-")
                .without("json-schema-validator")
                .run(DockerFixtures.WithoutDocker.class);
        assertThat(output).contains("adds: SUCCESSFUL");
    }

    @Test
    void endsWhatWaitsWhenItIsClosed() throws Exception {
        FakeDocker docker = FakeDocker.start();
        HttpURLConnection events = new EngineClient(docker).open("GET", "/events");
        assertThat(events.getResponseCode()).isEqualTo(200);
        docker.close();
        assertThatThrownBy(() -> events.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void runsAContainerForATestOfWhatFindsIt() {
        try (FakeDocker docker = FakeDocker.start()) {
            FakeContainer web = docker.run("web", "acme/web:2", Map.of("tier", "front"));
            assertThat(web.status()).isEqualTo(ContainerStatus.RUNNING);
            assertThat(docker.container(web.id().substring(0, 12))).isSameAs(web);
            assertThat(docker.containers()).containsExactly(web);
            web.exit(4);
            assertThat(web.exitCode()).isEqualTo(4);
            assertThatIllegalStateException()
                    .isThrownBy(() -> web.logs("late\n"))
                    .withMessage("[docker-not-running] web: the container is exited. Start it first.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> docker.run("web", "acme/web:2", Map.of()))
                    .withMessageContaining("already in use");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> docker.container("db"))
                    .withMessage("[docker-container] db: No such container: db. There are: [web].");
        }
    }

    @Test
    void refusesWhatCantBeDeclared() {
        try (FakeDocker docker = FakeDocker.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> docker.image("Alpine"))
                    .withMessageStartingWith("[docker-image] Alpine: invalid reference format");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> docker.image("alpine").exitsWith(256))
                    .withMessage("[docker-exit-code] 256: not an exit code. Take one from 0 to 255.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "alpine, alpine:latest",
        "alpine:3, alpine:3",
        "docker.io/library/alpine, alpine:latest",
        "index.docker.io/acme/agent:1, acme/agent:1",
        "ghcr.io/acme/agent, ghcr.io/acme/agent:latest",
        "localhost:5000/agent, localhost:5000/agent:latest",
        "localhost/agent:x, localhost/agent:x",
    })
    void namesAnImageAsPeopleDo(String written, String name) {
        assertThat(ImageName.parse(written)).hasToString(name);
    }
}
