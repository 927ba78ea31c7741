package io.neurectomy.test.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.neurectomy.test.log.LogCapture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client that Testcontainers uses. Not on a module path: it has no module name of its own. */
class DockerJavaIT {
    private DockerClient client;

    @BeforeEach
    void connect(FakeDocker docker) {
        docker.image("alpine").logs("hello\n").logsToStandardError("oh\n").exitsWith(3);
        docker.image("server").logs("listening\n");
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(docker.host().toString())
                .withDockerTlsVerify(false)
                .build();
        client = DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .build());
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    @Test
    void readsWhatTheEngineIs() {
        client.pingCmd().exec();
        assertThat(client.versionCmd().exec().getApiVersion()).isEqualTo("1.45");
        assertThat(client.infoCmd().exec().getImages()).isEqualTo(2);
    }

    @Test
    void runsAContainerToItsEnd() throws Exception {
        String id = client.createContainerCmd("alpine")
                .withName("job")
                .withCmd("echo", "hello")
                .withEnv("A=b")
                .exec()
                .getId();
        assertThat(status(id)).isEqualTo("created");
        client.startContainerCmd(id).exec();

        int exitCode = client.waitContainerCmd(id)
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode(20, TimeUnit.SECONDS);
        assertThat(exitCode).isEqualTo(3);
        List<String> log = new CopyOnWriteArrayList<>();
        client.logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .exec(new ResultCallback.Adapter<Frame>() {
                    @Override
                    public void onNext(Frame frame) {
                        log.add(frame.toString());
                    }
                })
                .awaitCompletion(20, TimeUnit.SECONDS);
        assertThat(log).containsExactly("STDOUT: hello", "STDERR: oh");

        InspectContainerResponse inspected = client.inspectContainerCmd(id).exec();
        assertThat(inspected.getState().getExitCodeLong()).isEqualTo(3);
        assertThat(inspected.getConfig().getEnv()).contains("A=b");
        client.removeContainerCmd(id).exec();
        assertThatThrownBy(() -> client.inspectContainerCmd(id).exec()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void pausesKillsAndForcesTheRemoval() {
        String id = client.createContainerCmd("server").exec().getId();
        client.startContainerCmd(id).exec();
        assertThatThrownBy(() -> client.startContainerCmd(id).exec()).isInstanceOf(NotModifiedException.class);
        client.pauseContainerCmd(id).exec();
        assertThat(status(id)).isEqualTo("paused");
        client.unpauseContainerCmd(id).exec();
        assertThatThrownBy(() -> client.removeContainerCmd(id).exec()).isInstanceOf(ConflictException.class);
        client.stopContainerCmd(id).withTimeout(1).exec();
        assertThat(status(id)).isEqualTo("exited");
        assertThatThrownBy(() -> client.killContainerCmd(id).exec()).isInstanceOf(ConflictException.class);
        client.startContainerCmd(id).exec();
        client.killContainerCmd(id).exec();
        client.removeContainerCmd(id).withForce(true).exec();
        assertThat(client.listContainersCmd().withShowAll(true).exec()).isEmpty();
    }

    @Test
    void listsByLabelNameAndStatus() {
        String web = client.createContainerCmd("server")
                .withName("web")
                .withLabels(Map.of("tier", "front"))
                .withExposedPorts(ExposedPort.tcp(80))
                .withHostConfig(HostConfig.newHostConfig().withPortBindings(PortBinding.parse("8080:80")))
                .exec()
                .getId();
        client.createContainerCmd("server").withName("db").exec();
        client.startContainerCmd(web).exec();

        Container found = client.listContainersCmd()
                .withLabelFilter(Map.of("tier", "front"))
                .exec()
                .get(0);
        assertThat(found.getNames()).containsExactly("/web");
        assertThat(found.getPorts()[0].getPublicPort()).isEqualTo(8080);
        assertThat(client.listContainersCmd()
                        .withStatusFilter(List.of("created"))
                        .exec())
                .extracting(container -> container.getNames()[0])
                .containsExactly("/db");
        assertThat(client.listContainersCmd()
                        .withShowAll(true)
                        .withNameFilter(List.of("web"))
                        .exec())
                .hasSize(1);
    }

    @Test
    void pullsListsAndInspectsImages(LogCapture log, FakeDocker docker) throws Exception {
        docker.image("redis:7").notPulledYet();
        assertThat(client.listImagesCmd().exec())
                .extracting(image -> image.getRepoTags()[0])
                .containsExactly("alpine:latest", "server:latest");
        client.pullImageCmd("redis")
                .withTag("7")
                .exec(new PullImageResultCallback())
                .awaitCompletion(20, TimeUnit.SECONDS);
        Image redis =
                client.listImagesCmd().withReferenceFilter("redis:7").exec().get(0);
        assertThat(client.inspectImageCmd("redis:7").exec().getId()).isEqualTo(redis.getId());
        assertThatThrownBy(() -> client.pullImageCmd("nobody/nothing")
                        .withTag("1")
                        .exec(new PullImageResultCallback())
                        .awaitCompletion(20, TimeUnit.SECONDS))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("pull access denied for nobody/nothing");
        // Captured, it is not printed: docker-java logs with its stack what it throws as well.
        assertThat(log.messages()).containsExactly("Error during callback");
    }

    @Test
    void seesEventsAsTheyHappen(FakeDocker docker) throws Exception {
        BlockingQueue<String> actions = new LinkedBlockingQueue<>();
        ResultCallback.Adapter<Event> events = client.eventsCmd()
                .withSince("0")
                .withEventFilter("start", "die")
                .withContainerFilter("web")
                .exec(new ResultCallback.Adapter<Event>() {
                    @Override
                    public void onNext(Event event) {
                        actions.add(event.getAction() + " "
                                + event.getActor().getAttributes().get("name"));
                    }
                });
        docker.run("other", "server", Map.of()).exit(1);
        docker.run("web", "server", Map.of()).exit(1);
        assertThat(actions.poll(20, TimeUnit.SECONDS)).isEqualTo("start web");
        assertThat(actions.poll(20, TimeUnit.SECONDS)).isEqualTo("die web");
        events.close();
    }

    private String status(String id) {
        return client.inspectContainerCmd(id).exec().getState().getStatus();
    }
}
