package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nats.client.Connection;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.core.error.TimedOutException;
import io.neurectomy.core.error.UnavailableException;
import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.ConcurrencyException;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventFilter;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventSubscription;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.InvalidEventException;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.StreamSettingsException;
import io.neurectomy.types.AgentEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events when servers, clients and disks fail. */
class FaultsIT {
    private static final System.Logger LOG = System.getLogger(FaultsIT.class.getName());
    private static final JetStreamSettings IMPATIENT =
            JetStreamSettings.defaults().withTimeout(Duration.ofSeconds(2));

    /** 16 writers; a thousand appends each with {@code -Devents.each=1000}. */
    private static final int EACH = Integer.getInteger("events.each", 40);

    @TempDir
    Path folder;

    private static JetStreamEventStore<AgentEvent> store(Connection connection) {
        return JetStreamEventStore.open(connection, EventCodec.of(EventKind.AGENTS), IMPATIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void losesNoAcknowledgedEventAndDoublesNoneWhenTheServerIsKilled(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder);
                JetStreamEventStore<AgentEvent> store = store(server.connect())) {
            String agent = AgentEvents.newAgent();
            List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
            AtomicBoolean goOn = new AtomicBoolean(true);
            ExecutorService pool = Executors.newSingleThreadExecutor();
            Future<?> writer = pool.submit(() -> {
                Revision last = Revision.NONE;
                while (goOn.get()) {
                    AgentEvent event = AgentEvents.started(agent, "task");
                    last = repeatUntilAcknowledged(store, last, event).revision();
                    acknowledged.add(event.id());
                }
                return null;
            });
            for (int kill = 0; kill < 3; kill++) {
                Thread.sleep(700);
                server.kill();
                Thread.sleep(200);
                server.restart();
            }
            Thread.sleep(500);
            goOn.set(false);
            writer.get(1, TimeUnit.MINUTES);
            pool.shutdown();
            List<RecordedEvent<AgentEvent>> all = store.read(agent);
            LOG.log(System.Logger.Level.INFO, "{0}: {1} events over 3 kills", version, all.size());
            assertThat(all).extracting(RecordedEvent::id).containsExactlyElementsOf(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(50);
        }
    }

    /** As a careful caller does: an outcome that is not known is asked for again, with the same event. */
    private static AppendResult repeatUntilAcknowledged(
            JetStreamEventStore<AgentEvent> store, Revision last, AgentEvent event) throws InterruptedException {
        while (true) {
            try {
                return store.append(Expected.exact(last), event);
            } catch (TimedOutException | UnavailableException e) {
                Thread.sleep(50);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void hasOneWinnerForEachVersionAmongRacingWriters(String version) throws Exception {
        int writers = 16;
        try (NatsServer server = NatsServer.start(version, folder);
                JetStreamEventStore<AgentEvent> store = store(server.connect())) {
            String agent = AgentEvents.newAgent();
            AtomicInteger conflicts = new AtomicInteger();
            AtomicInteger repeated = new AtomicInteger();
            ExecutorService pool = Executors.newFixedThreadPool(writers);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                running.add(pool.submit(() -> {
                    Revision last = Revision.NONE;
                    for (AgentEvent event : AgentEvents.started(agent, EACH)) {
                        boolean won = false;
                        while (!won) {
                            List<RecordedEvent<AgentEvent>> news = store.read(agent, last, Integer.MAX_VALUE);
                            if (!news.isEmpty()) {
                                last = news.get(news.size() - 1).revision();
                            }
                            try {
                                Revision before = last;
                                last = store.append(Expected.exact(before), event)
                                        .revision();
                                won = true;
                                // As if the answer had been lost: the same append once more.
                                if (ThreadLocalRandom.current().nextInt(10) == 0) {
                                    assertThat(store.append(Expected.exact(before), event)
                                                    .deduplicated())
                                            .isTrue();
                                    repeated.incrementAndGet();
                                }
                            } catch (ConcurrencyException e) {
                                conflicts.incrementAndGet();
                            }
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get(4, TimeUnit.MINUTES);
            }
            pool.shutdown();
            List<RecordedEvent<AgentEvent>> all = store.read(agent);
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: {1} events of 16 writers, {2} conflicts, {3} repeated appends",
                    version,
                    all.size(),
                    conflicts,
                    repeated);
            assertThat(all)
                    .extracting(event -> event.revision().version())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) writers * EACH)
                            .boxed()
                            .toList());
            assertThat(all.stream().map(RecordedEvent::id).distinct()).hasSize(writers * EACH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void deliversEachEventOnceThroughARestartOfTheServer(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder);
                JetStreamEventStore<AgentEvent> store = store(server.connect())) {
            String agent = AgentEvents.newAgent();
            List<String> delivered = Collections.synchronizedList(new ArrayList<>());
            List<String> appended = new ArrayList<>();
            CountDownLatch hundred = new CountDownLatch(150);
            EventSubscription subscription = store.subscribe(EventFilter.all(), 0, event -> {
                delivered.add(event.id());
                hundred.countDown();
            });
            Revision last = Revision.NONE;
            for (int i = 0; i < 150; i++) {
                if (i == 50 || i == 100) {
                    server.kill();
                    server.restart();
                }
                AgentEvent event = AgentEvents.started(agent, "task " + i);
                last = repeatUntilAcknowledged(store, last, event).revision();
                appended.add(event.id());
            }
            assertThat(hundred.await(1, TimeUnit.MINUTES)).as("all delivered").isTrue();
            assertThat(subscription.isOpen()).isTrue();
            assertThat(delivered).containsExactlyElementsOf(appended);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void refusesAppendsWhenTheDiskIsFullAndLosesNothing(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder, "max_file_store: 400KB\n");
                JetStreamEventStore<AgentEvent> store = store(server.connect())) {
            Set<String> acknowledged = new HashSet<>();
            NeurectomyException full = null;
            String agent = AgentEvents.newAgent();
            Revision last = Revision.NONE;
            for (int i = 0; i < 5_000 && full == null; i++) {
                AgentEvent event = AgentEvents.started(agent, "x".repeat(2_000));
                try {
                    last = store.append(Expected.exact(last), event).revision();
                    acknowledged.add(event.id());
                } catch (NeurectomyException e) {
                    full = e;
                }
            }
            assertThat(full).as("the server's refusal").isInstanceOf(UnavailableException.class);
            assertThat(store.read(agent)).extracting(RecordedEvent::id).containsAll(acknowledged);
            assertThat(acknowledged).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void refusesAnEventThatIsTooLargeBeforeItIsSent(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder)) {
            Connection connection = server.connect();
            JetStreamEventStore<AgentEvent> store = store(connection);
            String agent = AgentEvents.newAgent();
            long sent = connection.getStatistics().getOutMsgs();
            assertThatExceptionOfType(InvalidEventException.class)
                    .isThrownBy(() -> store.append(Expected.none(), AgentEvents.started(agent, "x".repeat(2_000_000))))
                    .withMessageStartingWith("[event-too-large] ");
            assertThat(connection.getStatistics().getOutMsgs()).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void refusesStreamsThatLoseEvents(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder)) {
            Connection connection = server.connect();
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name(EventKind.AGENTS.stream())
                            .subjects(EventKind.AGENTS.subjects())
                            .storageType(StorageType.Memory)
                            .maxAge(Duration.ofDays(1))
                            .maxMessages(10)
                            .build());
            assertThatExceptionOfType(StreamSettingsException.class)
                    .isThrownBy(() -> store(connection))
                    .withMessageContaining("keeps events in memory")
                    .withMessageContaining("deletes events after PT24H")
                    .withMessageContaining("deletes old events at its limit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void saysThatTheServerIsGone(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder);
                JetStreamEventStore<AgentEvent> patient = store(server.connect());
                JetStreamEventStore<AgentEvent> store = JetStreamEventStore.open(
                        server.connect(),
                        EventCodec.of(EventKind.AGENTS),
                        JetStreamSettings.defaults().withTimeout(Duration.ofMillis(300)))) {
            String agent = AgentEvents.newAgent();
            patient.append(Expected.none(), AgentEvents.created(agent));
            server.kill();
            assertThatExceptionOfType(NeurectomyException.class)
                    .isThrownBy(() -> store.read(agent))
                    .withMessageStartingWith("[store-unavailable] ");
            assertThatExceptionOfType(UnavailableException.class)
                    .as("nothing was sent: the look at the last event failed")
                    .isThrownBy(() -> store.append(Expected.any(), AgentEvents.created(agent)));
            assertThatExceptionOfType(TimedOutException.class)
                    .isThrownBy(() -> store.append(Expected.none(), AgentEvents.created(AgentEvents.newAgent())));
            server.restart();
            try (Stream<RecordedEvent<AgentEvent>> all = patient.replay(0)) {
                assertThat(all.map(RecordedEvent::aggregateId)).startsWith(agent);
            }
        }
    }
}
