package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.neurectomy.core.error.TimedOutException;
import io.neurectomy.core.error.UnavailableException;
import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.EventStoreListener;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.Revision;
import io.neurectomy.types.AgentEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster of three servers loses the one that leads while writers write. */
@Execution(ExecutionMode.CONCURRENT) // Most of the time is the servers' wait until they choose another leader.
class LeaderKilledIT {
    private static final System.Logger LOG = System.getLogger(LeaderKilledIT.class.getName());
    private static final int WRITERS = 4;

    /** Once more for every further one, {@code -Devents.kills=10}. */
    private static final int KILLS = Integer.getInteger("events.kills", 1);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private volatile boolean goOn = true;

    private JetStreamEventStore<AgentEvent> open(Connection connection) throws InterruptedException {
        JetStreamSettings settings = JetStreamSettings.defaults()
                .withReplicas(3)
                .withTimeout(Duration.ofSeconds(2))
                .withListener(new EventStoreListener() {
                    @Override
                    public void onAppendRetried(String aggregateId, Exception cause) {
                        retried.incrementAndGet();
                    }
                });
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return JetStreamEventStore.open(connection, EventCodec.of(EventKind.AGENTS), settings);
            } catch (UnavailableException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void losesNoAcknowledgedEventAndDoublesNoneWhenTheLeaderIsKilled(String version) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try (NatsCluster cluster = NatsCluster.start(version, folder)) {
            Connection connection = cluster.connect();
            try (JetStreamEventStore<AgentEvent> store = open(connection)) {
                List<String> agents =
                        Stream.generate(AgentEvents::newAgent).limit(WRITERS).toList();
                List<List<String>> acknowledged = new ArrayList<>();
                List<Future<?>> running = new ArrayList<>();
                for (String agent : agents) {
                    JetStreamEventStore<AgentEvent> own = open(cluster.connect());
                    List<String> ids = new CopyOnWriteArrayList<>();
                    acknowledged.add(ids);
                    running.add(pool.submit(() -> {
                        write(own, agent, ids);
                        return null;
                    }));
                }
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitMore(acknowledged, running);
                    NatsServer leader = cluster.leader(connection, store.kind().stream());
                    leader.kill();
                    awaitMore(acknowledged, running);
                    leader.restart();
                }
                awaitMore(acknowledged, running);
                goOn = false;
                for (Future<?> one : running) {
                    one.get(1, TimeUnit.MINUTES);
                }
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0}: {1} events of {2} writers over {3} kills of the leader; {4} appends repeated by the store, {5} by"
                                + " its caller",
                        version,
                        acknowledged.stream().mapToInt(List::size).sum(),
                        WRITERS,
                        KILLS,
                        retried,
                        unknown);
                for (int i = 0; i < WRITERS; i++) {
                    assertThat(readWhenAvailable(store, agents.get(i)))
                            .extracting(RecordedEvent::id)
                            .containsExactlyElementsOf(acknowledged.get(i));
                }
                assertThat(retried.get() + unknown.get())
                        .as("appends that met the fault")
                        .isPositive();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits for some more events of every writer. */
    private static void awaitMore(List<List<String>> acknowledged, List<Future<?>> running) throws Exception {
        List<Integer> wanted = acknowledged.stream().map(ids -> ids.size() + 50).toList();
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; i < WRITERS; i++) {
            while (acknowledged.get(i).size() < wanted.get(i)) {
                assertThat(System.nanoTime()).as("events of writer " + i).isLessThan(until);
                if (running.get(i).isDone()) {
                    running.get(i).get();
                }
                Thread.sleep(10);
            }
        }
    }

    /** A server that has just come back may not answer yet; what it answers must be whole. */
    private static List<RecordedEvent<AgentEvent>> readWhenAvailable(
            JetStreamEventStore<AgentEvent> store, String agent) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return store.read(agent);
            } catch (UnavailableException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** No other writes to this agent, so a conflict would be an error of the store. */
    private void write(JetStreamEventStore<AgentEvent> store, String agent, List<String> acknowledged)
            throws InterruptedException {
        Revision last = Revision.NONE;
        while (goOn) {
            AgentEvent event = AgentEvents.started(agent, "task");
            AppendResult result = repeatUntilKnown(store, last, event);
            // As if the answer had been lost: a replica that is asked may not have the event yet.
            AppendResult again = repeatUntilKnown(store, last, event);
            assertThat(again).isEqualTo(new AppendResult(result.revision(), true));
            last = result.revision();
            acknowledged.add(event.id());
        }
    }

    private AppendResult repeatUntilKnown(JetStreamEventStore<AgentEvent> store, Revision last, AgentEvent event)
            throws InterruptedException {
        while (true) {
            try {
                return store.append(Expected.exact(last), event);
            } catch (TimedOutException | UnavailableException e) {
                unknown.incrementAndGet();
                Thread.sleep(50);
            }
        }
    }
}
