package io.neurectomy.test.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The {@code docker} command: what people type. Its {@code run} needs {@code -d}, for the fake attaches nobody to a process. */
class DockerCommandIT {
    @TempDir
    Path configuration;

    private FakeDocker docker;

    @BeforeAll
    static void needsTheCommand() {
        boolean there = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker")));
        if (!there) {
            String message = "[needs-command] docker: not on the PATH. Install Debian's docker-cli, or run "
                    + "`eval \"$(.ci/docker command DIR)\"`.";
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            LoggerFactory.getLogger(DockerCommandIT.class).warn("{} Its tests are skipped.", message);
            assumeTrue(false, message);
        }
    }

    @BeforeEach
    void declareImages(FakeDocker docker) {
        this.docker = docker;
        docker.image("alpine").logs("hello\n").logsToStandardError("oh\n").exitsWith(3);
        docker.image("server").logs("listening\n");
    }

    @Test
    void readsWhatTheEngineIs() throws Exception {
        assertThat(docker("version", "--format", "{{.Server.APIVersion}} {{.Server.Os}}"))
                .isEqualTo("1.45 linux\n");
        assertThat(docker("info", "--format", "{{.Images}} {{.ContainersRunning}}"))
                .isEqualTo("2 0\n");
    }

    @Test
    void runsAServerUntilItIsRemoved() throws Exception {
        String id = docker("run", "-d", "--name", "web", "-p", "8080:80", "-l", "tier=front", "-e", "A=b", "server")
                .strip();
        assertThat(id).matches("[0-9a-f]{64}");
        assertThat(docker("ps", "--format", "{{.Names}} {{.Image}} {{.Ports}} {{.Labels}}", "-f", "label=tier=front"))
                .isEqualTo("web server 0.0.0.0:8080->80/tcp tier=front\n");
        assertThat(docker("inspect", "-f", "{{.State.Status}} {{.Config.Env}}", "web"))
                .startsWith("running [A=b");
        assertThat(docker("port", "web")).startsWith("80/tcp -> 0.0.0.0:8080\n");
        assertThat(docker("logs", "web")).isEqualTo("listening\n");
        assertThat(docker("stop", "-t", "1", "web")).isEqualTo("web\n");
        assertThat(docker("ps", "-q")).isEmpty();
        assertThat(docker("ps", "-a", "--no-trunc", "-q")).isEqualTo(id + "\n");
        assertThat(docker("rm", "web")).isEqualTo("web\n");
        assertThat(docker.containers()).isEmpty();
    }

    @Test
    void waitsForTheExitCode() throws Exception {
        docker("create", "--name", "job", "alpine", "echo", "hello");
        docker("start", "job");
        assertThat(docker("wait", "job")).isEqualTo("3\n");
        assertThat(docker("logs", "job")).contains("hello\n").contains("oh\n");
    }

    @Test
    void passesOnWhatTheEngineRefuses() throws Exception {
        assertThat(docker("container", "inspect", "nobody")).contains("No such container: nobody");
        assertThat(docker("start", "nobody")).contains("No such container: nobody");
        docker("run", "-d", "--name", "web", "server");
        assertThat(docker("rm", "web")).contains("container is running");
        assertThat(docker("rm", "-f", "web")).isEqualTo("web\n");
        assertThat(docker("pull", "nobody/nothing")).contains("pull access denied for nobody/nothing");
    }

    @Test
    void pullsAndListsImages() throws Exception {
        docker.image("redis:7").notPulledYet();
        assertThat(docker("images", "--format", "{{.Repository}}:{{.Tag}}"))
                .hasLineCount(2)
                .contains("alpine:latest\n", "server:latest\n");
        assertThat(docker("pull", "-q", "redis:7")).endsWith("redis:7\n");
        assertThat(docker("image", "inspect", "-f", "{{index .RepoTags 0}}", "redis:7"))
                .isEqualTo("redis:7\n");
    }

    @Test
    void tellsTheEventsOfThePast() throws Exception {
        docker("run", "-d", "--name", "web", "server");
        docker("kill", "web");
        String until = docker("info", "--format", "{{.SystemTime}}").strip();
        assertThat(docker("events", "--since", "0", "--until", until, "-f", "container=web", "--format", "{{.Action}}"))
                .isEqualTo("create\nstart\nkill\ndie\n");
    }

    /** Returns what the command wrote to standard output and standard error. */
    private String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DOCKER_"));
        builder.environment().put("DOCKER_HOST", docker.host().toString());
        builder.environment().put("DOCKER_CONFIG", configuration.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
