package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.neurectomy.core.error.TimedOutException;
import io.neurectomy.core.error.UnavailableException;
import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.ConcurrencyException;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventGapException;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers that race while answers of the server are lost on the way or come too late. */
class LostAnswersIT {
    private static final System.Logger LOG = System.getLogger(LostAnswersIT.class.getName());
    private static final int WRITERS = 16;

    /** A thousand appends of each writer with {@code -Devents.lost.each=1000}; another course with {@code -Devents.seed=…}. */
    private static final int EACH = Integer.getInteger("events.lost.each", 12);

    private static final long SEED = Long.getLong("events.seed", 20_261_124L);

    private static final Duration IMPATIENCE = Duration.ofMillis(150);

    /** Longer than a writer waits. */
    private static final Duration DELAY = Duration.ofMillis(250);

    @TempDir
    Path folder;

    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger unreadable = new AtomicInteger();

    /** Which event each acknowledgement gave a version to. */
    private final Map<Long, String> winners = new ConcurrentHashMap<>();

    private JetStreamEventStore<AgentEvent> open(Connection connection) {
        return JetStreamEventStore.open(
                connection,
                EventCodec.of(EventKind.AGENTS),
                JetStreamSettings.defaults().withTimeout(IMPATIENCE).withListener(new EventStoreListener() {
                    @Override
                    public void onAppendRetried(String aggregateId, Exception cause) {
                        retried.incrementAndGet();
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void hasOneWinnerForEachVersionThoughAnswersAreLostOrLate(String version) throws Exception {
        String agent = AgentEvents.newAgent();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try (NatsServer server = NatsServer.start(version, folder);
                FaultyProxy proxy = new FaultyProxy(server.port(), SEED, DELAY);
                JetStreamEventStore<AgentEvent> store = JetStreamEventStore.open(
                        server.connect(), EventCodec.of(EventKind.AGENTS), JetStreamSettings.defaults())) {
            List<JetStreamEventStore<AgentEvent>> stores = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                // Of its own each, so that an answer that is held up holds up one of them.
                stores.add(open(server.connect(proxy.url())));
            }
            proxy.begin(100, 10, 15);
            List<Future<?>> running = new ArrayList<>();
            for (JetStreamEventStore<AgentEvent> own : stores) {
                running.add(pool.submit(() -> {
                    write(own, agent);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get(Math.max(60, EACH * 2L), TimeUnit.SECONDS);
            }
            proxy.end();
            List<RecordedEvent<AgentEvent>> all = store.read(agent);
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: {1} events of {2} writers, seed {3}: {4} answers lost, {5} late; {6} appends repeated by the"
                            + " store, {7} by its caller; {8} conflicts, {9} failed reads",
                    version,
                    all.size(),
                    WRITERS,
                    Long.toString(SEED),
                    proxy.dropped(),
                    proxy.delayed(),
                    retried,
                    unknown,
                    conflicts,
                    unreadable);
            assertThat(proxy.dropped()).as("answers lost").isPositive();
            assertThat(proxy.delayed()).as("answers late").isPositive();
            assertThat(retried).as("appends of unknown outcome").hasPositiveValue();
            assertThat(all)
                    .extracting(event -> event.revision().version())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) WRITERS * EACH)
                            .boxed()
                            .toList());
            assertThat(all.stream().map(RecordedEvent::id).distinct()).hasSize(WRITERS * EACH);
            assertThat(winners).hasSize(WRITERS * EACH);
            assertThat(all)
                    .allSatisfy(event ->
                            assertThat(winners).containsEntry(event.revision().version(), event.id()));
        } finally {
            pool.shutdownNow();
        }
    }

    /** The client would wait two seconds by itself, and more than five where nobody waits. */
    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void findsOutWithinItsOwnTimeoutWhatBecameOfAnAppend(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder);
                FaultyProxy proxy = new FaultyProxy(server.port(), SEED, DELAY);
                JetStreamEventStore<AgentEvent> store = open(server.connect(proxy.url()))) {
            String agent = AgentEvents.newAgent();
            proxy.begin(1_000, 0, 0);
            long begin = System.nanoTime();
            AppendResult first = store.append(Expected.none(), AgentEvents.created(agent));
            assertThat(first.deduplicated()).isTrue();
            AppendResult second = store.appendAsync(
                            Expected.exact(first.revision()), AgentEvents.started(agent, "task"))
                    .get(1, TimeUnit.MINUTES);
            assertThat(second.deduplicated()).isTrue();
            assertThat(second.revision().version()).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_900));
        }
    }

    private void write(JetStreamEventStore<AgentEvent> store, String agent) throws InterruptedException {
        Revision last = Revision.NONE;
        for (AgentEvent event : AgentEvents.started(agent, EACH)) {
            boolean won = false;
            while (!won) {
                last = newest(store, agent, last);
                try {
                    AppendResult result = repeatUntilKnown(store, last, event);
                    last = result.revision();
                    assertThat(winners.putIfAbsent(last.version(), event.id()))
                            .as("another winner of version " + last.version())
                            .isNull();
                    won = true;
                } catch (ConcurrencyException e) {
                    conflicts.incrementAndGet();
                }
            }
        }
    }

    private AppendResult repeatUntilKnown(JetStreamEventStore<AgentEvent> store, Revision last, AgentEvent event) {
        while (true) {
            try {
                return store.append(Expected.exact(last), event);
            } catch (TimedOutException | UnavailableException e) {
                unknown.incrementAndGet();
            }
        }
    }

    private Revision newest(JetStreamEventStore<AgentEvent> store, String agent, Revision last) {
        while (true) {
            try {
                List<RecordedEvent<AgentEvent>> news = store.read(agent, last, Integer.MAX_VALUE);
                return news.isEmpty() ? last : news.get(news.size() - 1).revision();
            } catch (UnavailableException | EventGapException e) {
                // A part of the answer is lost: that must be an error and no shorter history.
                unreadable.incrementAndGet();
            }
        }
    }
}
