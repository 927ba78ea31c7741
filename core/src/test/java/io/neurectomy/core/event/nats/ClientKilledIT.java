package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.types.AgentEvent;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events when the process that appends them is killed and comes back with the same ones. */
class ClientKilledIT {
    private static final System.Logger LOG = System.getLogger(ClientKilledIT.class.getName());

    private static final int AGENTS = 8;

    /** Events of each agent, and kills; more with {@code -Devents.client.each=5000 -Devents.client.kills=20}. */
    private static final int EACH = Integer.getInteger("events.client.each", 300);

    private static final int KILLS = Integer.getInteger("events.client.kills", 2);

    @TempDir
    Path folder;

    /** What the clients said was acknowledged: the version of each event. */
    private final Map<String, Long> acknowledged = new HashMap<>();

    private int foundAgain;

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void losesNoAcknowledgedEventAndDoublesNoneWhenTheClientIsKilled(String version) throws Exception {
        List<String> agents =
                Stream.generate(AgentEvents::newAgent).limit(AGENTS).toList();
        try (NatsServer server = NatsServer.start(version, folder);
                JetStreamEventStore<AgentEvent> store = JetStreamEventStore.open(
                        server.connect(), EventCodec.of(EventKind.AGENTS), JetStreamSettings.defaults())) {
            for (int kill = 1; kill <= KILLS; kill++) {
                int before = acknowledged.size();
                int news = AGENTS * EACH / (KILLS + 1);
                assertThat(run(server, agents, before + news))
                        .as("killed amid its appends")
                        .isNotZero();
                assertThat(acknowledged).hasSizeBetween(before + news, AGENTS * EACH - 1);
                for (String agent : agents) {
                    assertThat(store.read(agent))
                            .as("what was acknowledged before the kill")
                            .extracting(RecordedEvent::id)
                            .containsAll(acknowledgedOf(agent));
                }
            }
            assertThat(run(server, agents, Integer.MAX_VALUE)).as(this::log).isZero();
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: {1} events over {2} kills of the client; {3} were there without the client having heard",
                    version,
                    acknowledged.size(),
                    KILLS,
                    foundAgain);
            assertThat(acknowledged).hasSize(AGENTS * EACH);
            for (String agent : agents) {
                List<RecordedEvent<AgentEvent>> all = store.read(agent);
                assertThat(all)
                        .extracting(RecordedEvent::id)
                        .containsExactlyElementsOf(AppendingClient.ids(agent, EACH));
                assertThat(all)
                        .extracting(event -> event.revision().version())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, EACH).boxed().toList());
                assertThat(all)
                        .allSatisfy(event -> assertThat(acknowledged)
                                .containsEntry(event.id(), event.revision().version()));
            }
            assertThat(store.replay(0)).hasSize(AGENTS * EACH);
        }
    }

    private List<String> acknowledgedOf(String agent) {
        return AppendingClient.ids(agent, EACH).stream()
                .filter(acknowledged::containsKey)
                .toList();
    }

    /** Runs a client until it ends or that many events are acknowledged in all, and then kills it; returns its exit code. */
    private int run(NatsServer server, List<String> agents, int until) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                AppendingClient.class.getName(),
                server.url(),
                Integer.toString(EACH)));
        command.addAll(agents);
        Process client = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("client.log").toFile()))
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                String[] words = line.split(" ", -1);
                // A line that was cut short by the kill is none.
                if (words.length == 4 && (words[3].equals("true") || words[3].equals("false"))) {
                    acknowledged(words[1], Long.parseLong(words[2]), Boolean.parseBoolean(words[3]));
                }
                if (acknowledged.size() >= until) {
                    // The process's own method would close the pipe with what is still in it.
                    client.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            client.toHandle().destroyForcibly();
        }
        assertThat(client.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return client.exitValue();
    }

    private void acknowledged(String id, long version, boolean deduplicated) {
        Long before = acknowledged.put(id, version);
        if (deduplicated && before == null) {
            foundAgain++;
        }
        assertThat(before == null || before == version)
                .as("%s has the version %s that was acknowledged first", id, before)
                .isTrue();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("client.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
