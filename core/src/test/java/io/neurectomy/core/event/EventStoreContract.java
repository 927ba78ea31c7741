package io.neurectomy.core.event;

import static io.neurectomy.core.event.AgentEvents.created;
import static io.neurectomy.core.event.AgentEvents.newAgent;
import static io.neurectomy.core.event.AgentEvents.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What every {@link EventStore} must do. A store is tested by a subclass that opens it, empty, for each test. The methods are
 * public, so that a subclass in a named module can run them.
 */
// javac does not see that the tests of a module may read what JUnit exports.
@SuppressWarnings("exports")
public abstract class EventStoreContract {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<EventStore<AgentEvent>> opened = new ArrayList<>();

    private EventStore<AgentEvent> store = new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));

    /** Creates the tests. */
    protected EventStoreContract() {}

    /**
     * Opens a store.
     *
     * @param fresh whether it must hold no event; else it goes on with what the store opened last holds
     * @return the store
     * @throws Exception if it can't be opened
     */
    protected abstract EventStore<AgentEvent> open(boolean fresh) throws Exception;

    /**
     * Says whether several events can be appended at once.
     *
     * @return whether they can; if not, the store has to refuse
     */
    protected boolean appendsAtomically() {
        return true;
    }

    @BeforeEach
    public void openStore() throws Exception {
        store = remember(open(true));
    }

    @AfterEach
    public void closeStores() {
        opened.forEach(EventStore::close);
    }

    private EventStore<AgentEvent> remember(EventStore<AgentEvent> one) {
        opened.add(one);
        return one;
    }

    @Test
    public void readsWhatItAppendedInOrder() {
        String agent = newAgent();
        AgentEvent first = created(agent);
        AgentEvent second = started(agent, "review");
        AppendResult created = store.append(Expected.none(), first);
        AppendResult started = store.append(Expected.exact(created.revision()), second);
        assertThat(created.deduplicated()).isFalse();
        assertThat(created.revision().version()).isEqualTo(1);
        assertThat(started.revision().version()).isEqualTo(2);
        assertThat(started.revision().sequence())
                .isGreaterThan(created.revision().sequence());
        List<RecordedEvent<AgentEvent>> read = store.read(agent);
        assertThat(read).extracting(RecordedEvent::event).containsExactly(first, second);
        assertThat(read).extracting(RecordedEvent::revision).containsExactly(created.revision(), started.revision());
        assertThat(read).extracting(RecordedEvent::type).containsExactly("AGENT_CREATED", "AGENT_STARTED");
        assertThat(read.get(0).aggregateId()).isEqualTo(agent);
        assertThat(read.get(0).id()).isEqualTo(first.id());
        assertThat(read.get(0).schemaVersion()).isEqualTo(1);
        assertThat(store.read(newAgent())).isEmpty();
    }

    @Test
    public void refusesAnAppendOnAnotherRevisionAndSaysWhich() {
        String agent = newAgent();
        Revision first = store.append(Expected.none(), created(agent)).revision();
        Revision second =
                store.append(Expected.exact(first), started(agent, "a")).revision();
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.append(Expected.exact(first), started(agent, "b")))
                .satisfies(conflict -> {
                    assertThat(conflict.expected()).isEqualTo(Expected.exact(first));
                    assertThat(conflict.actualSequence()).isEqualTo(OptionalLong.of(second.sequence()));
                    assertThat(conflict.aggregateId()).isEqualTo(agent);
                });
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.append(Expected.none(), created(agent)));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() ->
                        store.append(Expected.exact(new Revision(3, second.sequence() + 1)), started(agent, "c")));
        assertThat(store.read(agent)).hasSize(2);
    }

    @Test
    public void appendsAfterWhateverThereIsOrAnythingAtAll() {
        String agent = newAgent();
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.append(Expected.exists(), started(agent, "a")));
        store.append(Expected.any(), created(agent));
        store.append(Expected.any(), started(agent, "b"));
        assertThat(store.append(Expected.exists(), started(agent, "c"))
                        .revision()
                        .version())
                .isEqualTo(3);
        assertThat(store.read(agent)).hasSize(3);
    }

    @Test
    public void recordsARepeatedAppendOnce() {
        String agent = newAgent();
        AgentEvent first = created(agent);
        AgentEvent second = started(agent, "a");
        AppendResult once = store.append(Expected.none(), first);
        AppendResult twice = store.append(Expected.none(), first);
        assertThat(twice.deduplicated()).isTrue();
        assertThat(twice.revision()).isEqualTo(once.revision());
        store.append(Expected.exact(once.revision()), second);
        assertThat(store.append(Expected.none(), first).deduplicated()).isTrue();
        assertThat(store.append(Expected.exact(once.revision()), second).deduplicated())
                .isTrue();
        assertThat(store.append(Expected.any(), second).deduplicated()).isTrue();
        assertThat(store.read(agent)).extracting(RecordedEvent::event).containsExactly(first, second);
    }

    @Test
    public void refusesTheIdOfAnotherAggregatesEvent() {
        String agent = newAgent();
        AgentEvent event = created(agent);
        store.append(Expected.none(), event);
        String other = newAgent();
        AgentEvent stolen = withId(created(other), event.id());
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> store.append(Expected.none(), stolen))
                .withMessageContaining(event.id());
        assertThat(store.read(other)).isEmpty();
    }

    private static AgentEvent withId(AgentEvent event, String id) {
        return new AgentStartedEvent(
                id, event.agentId(), event.timestamp(), event.metadata(), 1, new AgentStartedPayload("stolen"));
    }

    @Test
    public void appendsSeveralEventsAllOrNone() {
        String agent = newAgent();
        List<AgentEvent> events = started(agent, 5);
        if (!appendsAtomically()) {
            assertThatExceptionOfType(UnsupportedByServerException.class)
                    .isThrownBy(() -> store.append(Expected.none(), events));
            assertThat(store.read(agent)).isEmpty();
            return;
        }
        AppendResult result = store.append(Expected.none(), events);
        assertThat(result.revision().version()).isEqualTo(5);
        assertThat(store.read(agent)).extracting(RecordedEvent::event).containsExactlyElementsOf(events);
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.append(Expected.none(), started(agent, 3)));
        assertThat(store.append(Expected.none(), events).deduplicated()).isTrue();
        assertThat(store.read(agent)).hasSize(5);
    }

    @Test
    public void appendsToSeveralAggregatesAllOrNone() {
        if (!appendsAtomically()) {
            return;
        }
        String one = newAgent();
        String other = newAgent();
        List<AppendResult> results = store.append(List.of(
                new Append<>(Expected.none(), started(one, 2)), new Append<>(Expected.none(), started(other, 3))));
        assertThat(results).extracting(result -> result.revision().version()).containsExactly(2L, 3L);
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.append(List.of(
                        new Append<>(Expected.exact(results.get(0).revision()), started(one, 1)),
                        new Append<>(Expected.none(), started(other, 1)))));
        assertThat(store.read(one)).hasSize(2);
        assertThat(store.read(other)).hasSize(3);
    }

    @Test
    public void refusesAnAppendThatMakesNoSense() {
        String agent = newAgent();
        AgentEvent event = created(agent);
        assertThatIllegalArgumentException().isThrownBy(() -> store.append(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append(Expected.none(), List.of(event, created(newAgent()))));
        assertThatIllegalArgumentException().isThrownBy(() -> store.append(Expected.none(), List.of(event, event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a*", ">", "a b", "", "ünicode"})
    public void refusesWhatIsNoIdOfAnAggregate(String id) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> store.read(id))
                .withMessageStartingWith("[invalid-aggregate-id] ");
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> store.snapshots().load(id));
    }

    @Test
    public void readsOnFromARevision() {
        String agent = newAgent();
        List<Revision> revisions = appendAll(started(agent, 6));
        assertThat(store.read(agent, revisions.get(2), Integer.MAX_VALUE))
                .extracting(RecordedEvent::revision)
                .containsExactlyElementsOf(revisions.subList(3, 6));
        assertThat(store.read(agent, revisions.get(0), 2))
                .extracting(RecordedEvent::revision)
                .containsExactlyElementsOf(revisions.subList(1, 3));
        assertThat(store.read(agent, revisions.get(5), 10)).isEmpty();
    }

    private List<Revision> appendAll(List<AgentEvent> events) {
        List<Revision> revisions = new ArrayList<>();
        Revision last = Revision.NONE;
        for (AgentEvent event : events) {
            last = store.append(Expected.exact(last), event).revision();
            revisions.add(last);
        }
        return revisions;
    }

    @Test
    public void replaysAllAggregatesInTheOrderOfTheStream() {
        String one = newAgent();
        String other = newAgent();
        Revision first = store.append(Expected.none(), created(one)).revision();
        Revision second = store.append(Expected.none(), created(other)).revision();
        Revision third = store.append(Expected.exact(first), started(one, "a")).revision();
        try (Stream<RecordedEvent<AgentEvent>> all = store.replay(0)) {
            assertThat(all.map(event -> event.revision().sequence()))
                    .containsExactly(first.sequence(), second.sequence(), third.sequence());
        }
        try (Stream<RecordedEvent<AgentEvent>> rest = store.replay(second.sequence())) {
            assertThat(rest.map(RecordedEvent::revision)).containsExactly(third);
        }
        try (Stream<RecordedEvent<AgentEvent>> nothing = store.replay(third.sequence())) {
            assertThat(nothing).isEmpty();
        }
        try (Stream<RecordedEvent<AgentEvent>> few = store.replay(0)) {
            assertThat(few.limit(1)).hasSize(1);
        }
    }

    /** Notes what a subscription delivers. */
    private static final class Notes implements EventSubscriber<AgentEvent> {
        private final List<RecordedEvent<AgentEvent>> events = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger caughtUpAfter = new AtomicInteger(-1);
        private final CountDownLatch caughtUp = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicReference<@Nullable Throwable> error = new AtomicReference<>();

        @Override
        public void onEvent(RecordedEvent<AgentEvent> event) {
            events.add(event);
        }

        @Override
        public void onCaughtUp() {
            assertThat(caughtUpAfter.compareAndSet(-1, events.size()))
                    .as("first time")
                    .isTrue();
            caughtUp.countDown();
        }

        @Override
        public void onClosed(@Nullable Throwable reason) {
            error.set(reason);
            closed.countDown();
        }

        private void await(CountDownLatch latch) throws InterruptedException {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        private void awaitEvents(int count) throws InterruptedException {
            long until = System.nanoTime() + LONG.toNanos();
            while (events.size() < count && System.nanoTime() < until) {
                Thread.sleep(5);
            }
            assertThat(events).hasSize(count);
        }
    }

    @Test
    public void deliversHistoryThenNewEventsEachOnceAndInOrder() throws Exception {
        String agent = newAgent();
        List<Revision> revisions = new ArrayList<>(appendAll(started(agent, 3)));
        Notes notes = new Notes();
        EventSubscription subscription = store.subscribe(EventFilter.all(), 0, notes);
        notes.await(notes.caughtUp);
        assertThat(notes.caughtUpAfter).hasValue(3);
        String other = newAgent();
        revisions.add(store.append(Expected.none(), created(other)).revision());
        revisions.add(store.append(Expected.any(), started(agent, "late")).revision());
        notes.awaitEvents(5);
        assertThat(subscription.isOpen()).isTrue();
        assertThat(subscription.position()).isEqualTo(revisions.get(4).sequence());
        subscription.close();
        notes.await(notes.closed);
        assertThat(notes.error.get()).isNull();
        assertThat(subscription.isOpen()).isFalse();
        assertThat(notes.events)
                .extracting(event -> event.revision().sequence())
                .containsExactlyElementsOf(
                        revisions.stream().map(Revision::sequence).toList());
    }

    @Test
    public void deliversOneAggregateFromWhereItIsAsked() throws Exception {
        String agent = newAgent();
        List<Revision> revisions = appendAll(started(agent, 4));
        store.append(Expected.none(), created(newAgent()));
        Notes notes = new Notes();
        store.subscribe(EventFilter.aggregate(agent), revisions.get(1).sequence(), notes);
        notes.await(notes.caughtUp);
        assertThat(notes.events).extracting(RecordedEvent::revision).containsExactlyElementsOf(revisions.subList(2, 4));
        Notes empty = new Notes();
        store.subscribe(EventFilter.aggregate(newAgent()), 0, empty);
        empty.await(empty.caughtUp);
        assertThat(empty.events).isEmpty();
    }

    @Test
    public void endsASubscriptionThatFails() throws Exception {
        String agent = newAgent();
        appendAll(started(agent, 3));
        CompletableFuture<Throwable> error = new CompletableFuture<>();
        AtomicInteger seen = new AtomicInteger();
        EventSubscription subscription = store.subscribe(EventFilter.all(), 0, new EventSubscriber<>() {
            @Override
            public void onEvent(RecordedEvent<AgentEvent> event) {
                if (seen.incrementAndGet() == 2) {
                    throw new IllegalStateException("can't");
                }
            }

            @Override
            public void onClosed(@Nullable Throwable reason) {
                error.complete(reason == null ? new AssertionError("no reason") : reason);
            }
        });
        assertThat(error.get(LONG.toSeconds(), TimeUnit.SECONDS)).hasMessage("can't");
        assertThat(subscription.isOpen()).isFalse();
        assertThat(seen).hasValue(2);
    }

    @Test
    public void goesOnWithAProjectionWhereItStopped() throws Exception {
        String agent = newAgent();
        List<Revision> revisions = appendAll(started(agent, 3));
        List<Revision> handled = Collections.synchronizedList(new ArrayList<>());
        ProjectionSettings settings = ProjectionSettings.of("list");
        // A projection is told of every aggregate, also of those that an earlier test's thread was not done with.
        EventHandler<AgentEvent> handler = event -> {
            if (EventKind.AGENTS.aggregateId(event.event()).equals(agent)) {
                handled.add(event.revision());
            }
        };
        try (EventSubscription projection = store.project(settings, handler)) {
            awaitSize(handled, 3);
            assertThat(projection.isOpen()).isTrue();
        }
        Revision late = store.append(Expected.exact(revisions.get(2)), started(agent, "late"))
                .revision();
        EventStore<AgentEvent> again = remember(open(false));
        again.project(settings, handler);
        awaitSize(handled, 4);
        assertThat(handled).containsExactly(revisions.get(0), revisions.get(1), revisions.get(2), late);
    }

    @Test
    public void repeatsWhatAProjectionCantHandleAndThenGivesItUp() throws Exception {
        String agent = newAgent();
        List<Revision> revisions = appendAll(started(agent, 3));
        List<Long> attempts = Collections.synchronizedList(new ArrayList<>());
        ProjectionSettings settings =
                new ProjectionSettings("failing", 3, Duration.ofMillis(20), Duration.ofSeconds(10));
        store.project(settings, event -> {
            attempts.add(event.revision().version());
            if (event.revision().version() == 2) {
                throw new IllegalStateException("always");
            }
        });
        awaitSize(attempts, 5);
        assertThat(attempts).containsExactly(1L, 2L, 2L, 2L, 3L);
        assertThat(store.deadLetters("failing")).singleElement().satisfies(letter -> {
            assertThat(letter.aggregateId()).isEqualTo(agent);
            assertThat(letter.sequence()).isEqualTo(revisions.get(1).sequence());
            assertThat(letter.reason()).contains("always");
            assertThat(letter.attempts()).isEqualTo(3);
        });
        assertThat(store.deadLetters("other")).isEmpty();
    }

    private static void awaitSize(List<?> list, int size) throws InterruptedException {
        long until = System.nanoTime() + LONG.toNanos();
        while (list.size() < size && System.nanoTime() < until) {
            Thread.sleep(5);
        }
        assertThat(list).hasSize(size);
    }

    @Test
    public void keepsTheNewestSnapshot() {
        String agent = newAgent();
        SnapshotStore snapshots = store.snapshots();
        assertThat(snapshots.load(agent)).isEmpty();
        Snapshot second = snapshot(new Revision(2, 5), 1);
        snapshots.save(agent, second);
        snapshots.save(agent, snapshot(new Revision(1, 3), 1));
        assertThat(snapshots.load(agent)).contains(second);
        Snapshot newer = snapshot(new Revision(2, 5), 2);
        snapshots.save(agent, newer);
        snapshots.save(agent, snapshot(new Revision(9, 30), 1));
        assertThat(snapshots.load(agent)).contains(newer);
    }

    private static Snapshot snapshot(Revision revision, long version) {
        return new Snapshot(
                revision, version, JsonNodeFactory.instance.objectNode().put("version", "v" + revision.version()));
    }

    @Test
    public void keepsTheOrderOfAppendsThatNobodyWaitsFor() {
        String agent = newAgent();
        String other = newAgent();
        List<AgentEvent> events = started(agent, 50);
        List<CompletableFuture<AppendResult>> results = new ArrayList<>();
        for (AgentEvent event : events) {
            results.add(store.appendAsync(Expected.any(), event));
            results.add(store.appendAsync(Expected.any(), started(other, "other")));
        }
        results.forEach(CompletableFuture::join);
        assertThat(store.read(agent)).extracting(RecordedEvent::event).containsExactlyElementsOf(events);
        assertThat(store.read(other)).hasSize(50);
        CompletableFuture<AppendResult> refused = store.appendAsync(Expected.none(), created(agent));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(refused::join)
                .withCauseInstanceOf(ConcurrencyException.class);
    }

    @Test
    public void letsOneWriterWinEachVersion() throws Exception {
        String agent = newAgent();
        int writers = 8;
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                running.add(pool.submit(() -> {
                    for (AgentEvent event : started(agent, each)) {
                        appendUntilItWins(agent, event);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
        List<RecordedEvent<AgentEvent>> all = store.read(agent);
        assertThat(all)
                .extracting(event -> event.revision().version())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, (long) writers * each).boxed().toList());
        assertThat(all.stream().map(RecordedEvent::id).distinct()).hasSize(writers * each);
    }

    private void appendUntilItWins(String agent, AgentEvent event) {
        Optional<Revision> last = Optional.empty();
        while (true) {
            List<RecordedEvent<AgentEvent>> known = store.read(agent, last.orElse(Revision.NONE), Integer.MAX_VALUE);
            if (!known.isEmpty()) {
                last = Optional.of(known.get(known.size() - 1).revision());
            }
            try {
                store.append(Expected.exact(last.orElse(Revision.NONE)), event);
                return;
            } catch (ConcurrencyException somebodyWasFaster) {
                Thread.onSpinWait();
            }
        }
    }
}
