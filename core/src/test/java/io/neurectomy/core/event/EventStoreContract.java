package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.neurectomy.core.id.AgentId;
import io.neurectomy.types.AgentEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What every {@link EventStore} must do. An implementer derives a test class that opens an empty store; the jar with the
 * classifier {@code tests} has this class.
 */
public abstract class EventStoreContract {

    private static final int RACERS = 8;
    private static final int APPENDS = 20;

    private final String agent = AgentId.generate().toString();
    private EventStore<AgentEvent> store;

    /** Makes the test. */
    protected EventStoreContract() {}

    /** Opens an empty store. */
    protected abstract EventStore<AgentEvent> open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static List<String> ids(List<RecordedEvent<AgentEvent>> events) {
        return events.stream().map(RecordedEvent::id).toList();
    }

    private List<AgentEvent> appendTasks(int count) {
        List<AgentEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AgentEvent event = AgentEvents.started(agent, "task " + i);
            store.append(Expected.any(), event);
            events.add(event);
        }
        return events;
    }

    @Test
    void readsBackWhatWasAppendedInOrder() {
        List<AgentEvent> events = appendTasks(5);

        List<RecordedEvent<AgentEvent>> read = store.read(agent);

        assertThat(read).extracting(RecordedEvent::event).containsExactlyElementsOf(events);
        assertThat(read).extracting(event -> event.revision().version()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(read).allSatisfy(event -> {
            assertThat(event.aggregateId()).isEqualTo(agent);
            assertThat(event.event().metadata().userId()).isEqualTo("ada");
            assertThat(event.recordedAt()).isNotNull();
        });
    }

    @Test
    void readsNothingOfAnAggregateWithoutEvents() {
        assertThat(store.read(agent)).isEmpty();
    }

    @Test
    void goesOnReadingAfterARevision() {
        List<AgentEvent> events = appendTasks(5);
        Revision second = store.read(agent, Revision.NONE, 2).get(1).revision();

        assertThat(ids(store.read(agent, second, 2)))
                .containsExactly(events.get(2).id(), events.get(3).id());
        assertThat(ids(store.read(agent, second, Integer.MAX_VALUE))).hasSize(3);
    }

    @Test
    void keepsAggregatesApart() {
        String other = AgentId.generate().toString();
        store.append(Expected.none(), AgentEvents.created(agent));
        store.append(Expected.none(), AgentEvents.created(other));
        store.append(Expected.exists(), AgentEvents.started(agent, "first"));

        assertThat(store.read(agent))
                .extracting(event -> event.revision().version())
                .containsExactly(1L, 2L);
        assertThat(store.read(other)).hasSize(1);
    }

    @Test
    void appendsUnderTheExpectedRevision() {
        Revision first =
                store.append(Expected.none(), AgentEvents.created(agent)).revision();
        AppendResult second = store.append(Expected.exact(first), AgentEvents.started(agent, "first"));

        assertThat(second.deduplicated()).isFalse();
        assertThat(second.revision().version()).isEqualTo(2);
        assertThat(store.read(agent)).hasSize(2);
    }

    @Test
    void refusesAnAppendUnderAnotherRevisionAndSaysWhichItIs() {
        Revision first =
                store.append(Expected.none(), AgentEvents.created(agent)).revision();
        Revision second = store.append(Expected.exact(first), AgentEvents.started(agent, "second"))
                .revision();

        for (Expected stale : List.of(Expected.none(), Expected.exact(first))) {
            ConcurrencyException conflict = catchThrowableOfType(
                    ConcurrencyException.class, () -> store.append(stale, AgentEvents.started(agent, "stale")));
            assertThat(conflict.aggregateId()).isEqualTo(agent);
            assertThat(conflict.expected()).isEqualTo(stale);
            assertThat(conflict.actualSequence()).hasValue(second.sequence());
        }
        assertThat(store.read(agent)).hasSize(2);
    }

    @Test
    void refusesToGoOnWithAnAggregateThatDoesNotExist() {
        assertThatThrownBy(() -> store.append(Expected.exists(), AgentEvents.started(agent, "first")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(store.read(agent)).isEmpty();
    }

    @Test
    void appendsARepeatedEventOnce() {
        AgentEvent created = AgentEvents.created(agent);
        AppendResult first = store.append(Expected.none(), created);
        store.append(Expected.exact(first.revision()), AgentEvents.started(agent, "second"));

        AppendResult repeated = store.append(Expected.none(), created);

        assertThat(repeated).isEqualTo(new AppendResult(first.revision(), true));
        assertThat(store.read(agent)).hasSize(2);
    }

    @Test
    void appendsARepeatedEventOnceWithoutAnExpectation() {
        AgentEvent created = AgentEvents.created(agent);
        AppendResult first = store.append(Expected.any(), created);
        store.append(Expected.any(), AgentEvents.started(agent, "second"));

        assertThat(store.append(Expected.any(), created)).isEqualTo(new AppendResult(first.revision(), true));
        assertThat(store.append(Expected.exists(), created).deduplicated()).isTrue();
        assertThat(store.read(agent)).hasSize(2);
    }

    @Test
    void refusesARecordedEventAtAnotherPlace() {
        AgentEvent created = AgentEvents.created(agent);
        Revision first = store.append(Expected.none(), created).revision();

        assertThatThrownBy(() -> store.append(Expected.exact(first), created)).isInstanceOf(ConcurrencyException.class);
        assertThat(store.read(agent)).hasSize(1);
    }

    @Test
    void letsOneOfManyWritersWinEachVersion() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<List<String>>> racers = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                racers.add(executor.submit(this::race));
            }
            List<String> won = new ArrayList<>();
            for (Future<List<String>> racer : racers) {
                won.addAll(racer.get(60, TimeUnit.SECONDS));
            }
            List<RecordedEvent<AgentEvent>> read = store.read(agent);
            assertThat(won).hasSize(RACERS * APPENDS);
            assertThat(ids(read)).containsExactlyInAnyOrderElementsOf(won).doesNotHaveDuplicates();
            assertThat(read)
                    .extracting(event -> event.revision().version())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, RACERS * APPENDS).boxed().toList());
        } finally {
            executor.shutdownNow();
        }
    }

    private List<String> race() {
        List<String> won = new ArrayList<>();
        // A racer loses at most once for each event of the others, unless a store hides events.
        for (int attempt = 0; attempt < 4 * RACERS * APPENDS && won.size() < APPENDS; attempt++) {
            List<RecordedEvent<AgentEvent>> read = store.read(agent);
            Revision last =
                    read.isEmpty() ? Revision.NONE : read.get(read.size() - 1).revision();
            AgentEvent event = AgentEvents.started(agent, "race");
            try {
                store.append(Expected.exact(last), event);
                won.add(event.id());
            } catch (ConcurrencyException e) {
                // Somebody else was faster.
            }
        }
        return won;
    }

    @Test
    void appendsAsynchronouslyInTheOrderOfTheCalls() {
        List<AgentEvent> events = new ArrayList<>();
        List<CompletableFuture<AppendResult>> results = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            AgentEvent event = AgentEvents.started(agent, "task " + i);
            events.add(event);
            results.add(store.appendAsync(Expected.any(), event));
        }
        results.forEach(result -> assertThat(result).succeedsWithin(Duration.ofSeconds(20)));

        assertThat(ids(store.read(agent)))
                .containsExactlyElementsOf(events.stream().map(AgentEvent::id).toList());
    }

    @Test
    void refusesIdsThatWouldNameOtherSubjects() {
        for (String id : List.of("a.b", "*", ">", "a b", "", "\u00e4", "a\n", "x".repeat(65))) {
            assertThatThrownBy(() -> store.read(id))
                    .as(id)
                    .isInstanceOf(InvalidEventException.class)
                    .hasMessageStartingWith("[invalid-aggregate-id]");
        }
    }

    @Test
    void refusesAnEventIdOfAnotherAggregate() {
        AgentEvent created = AgentEvents.created(agent);
        store.append(Expected.none(), created);
        AgentEvent thief = new io.neurectomy.types.AgentStartedEvent(
                created.id(),
                AgentId.generate().toString(),
                created.timestamp(),
                created.metadata(),
                1,
                new io.neurectomy.types.AgentStartedPayload(null));

        assertThatThrownBy(() -> store.append(Expected.none(), thief))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith("[event-id-reused]");
    }

    @Test
    void replaysAllAggregatesInOrder() {
        List<AgentEvent> events = appendTasks(3);
        AgentEvent other = AgentEvents.created(AgentId.generate().toString());
        store.append(Expected.none(), other);

        try (Stream<RecordedEvent<AgentEvent>> replay = store.replay(0)) {
            List<String> expected =
                    new ArrayList<>(events.stream().map(AgentEvent::id).toList());
            expected.add(other.id());
            assertThat(ids(replay.toList())).containsExactlyElementsOf(expected);
        }
        long second = store.read(agent).get(1).revision().sequence();
        try (Stream<RecordedEvent<AgentEvent>> replay = store.replay(second)) {
            assertThat(replay).hasSize(2);
        }
        try (Stream<RecordedEvent<AgentEvent>> replay = store.replay(second + 2)) {
            assertThat(replay).isEmpty();
        }
    }

    /** Notes what a subscription tells. */
    private static final class Notes implements EventSubscriber<AgentEvent> {
        private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch caughtUp = new CountDownLatch(1);
        private final CompletableFuture<@Nullable Throwable> closed = new CompletableFuture<>();

        @Override
        public void onEvent(RecordedEvent<AgentEvent> event) {
            ids.add(event.id());
            if (event.event() instanceof io.neurectomy.types.AgentStartedEvent started
                    && "poison".equals(started.payload().currentTask())) {
                throw new IllegalStateException("poison");
            }
        }

        @Override
        public void onCaughtUp() {
            caughtUp.countDown();
        }

        @Override
        public void onClosed(@Nullable Throwable error) {
            closed.complete(error);
        }
    }

    private static void await(List<String> ids, int size) throws InterruptedException {
        for (int i = 0; i < 1000 && ids.size() < size; i++) {
            Thread.sleep(10);
        }
    }

    @Test
    void subscribesToOldAndNewEvents() throws Exception {
        List<AgentEvent> events = new ArrayList<>(appendTasks(3));
        Notes notes = new Notes();
        try (EventSubscription subscription = store.subscribe(EventFilter.all(), 0, notes)) {
            assertThat(notes.caughtUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(notes.ids).hasSize(3);

            events.addAll(appendTasks(3));
            await(notes.ids, 6);
            assertThat(subscription.isOpen()).isTrue();
        }
        assertThat(notes.ids)
                .containsExactlyElementsOf(events.stream().map(AgentEvent::id).toList());
        assertThat(notes.closed.get(10, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void subscribesToOneAggregate() throws Exception {
        store.append(Expected.none(), AgentEvents.created(AgentId.generate().toString()));
        Notes notes = new Notes();
        try (EventSubscription subscription = store.subscribe(EventFilter.aggregate(agent), 0, notes)) {
            assertThat(notes.caughtUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(subscription.isOpen()).isTrue();
            appendTasks(2);
            await(notes.ids, 2);
        }
        assertThat(notes.ids).hasSize(2);
    }

    @Test
    void endsASubscriptionWhoseSubscriberFails() throws Exception {
        store.append(Expected.any(), AgentEvents.started(agent, "poison"));
        appendTasks(1);
        Notes notes = new Notes();
        try (EventSubscription subscription = store.subscribe(EventFilter.all(), 0, notes)) {
            assertThat(notes.closed.get(10, TimeUnit.SECONDS)).hasMessage("poison");
            assertThat(subscription.isOpen()).isFalse();
        }
        assertThat(notes.ids).hasSize(1);
    }

    @Test
    void projectsFromItsCheckpointAndGivesUpPoison() throws Exception {
        ProjectionSettings settings = new ProjectionSettings("names", 2, Duration.ofMillis(10), Duration.ofSeconds(5));
        Notes before = new Notes();
        appendTasks(1);
        store.append(Expected.any(), AgentEvents.started(agent, "poison"));
        try (EventSubscription projection = store.project(settings, before::onEvent)) {
            await(before.ids, 3);
            for (int i = 0; i < 1000 && projection.position() < 2; i++) {
                Thread.sleep(10);
            }
        }
        Notes after = new Notes();
        appendTasks(1);
        try (EventSubscription projection = store.project(settings, after::onEvent)) {
            await(after.ids, 1);
            assertThat(projection.isOpen()).isTrue();
        }

        List<RecordedEvent<AgentEvent>> read = store.read(agent);
        assertThat(before.ids)
                .containsExactly(read.get(0).id(), read.get(1).id(), read.get(1).id());
        assertThat(after.ids).containsExactly(read.get(2).id());
        assertThat(store.deadLetters("names")).singleElement().satisfies(letter -> {
            assertThat(letter.sequence()).isEqualTo(read.get(1).revision().sequence());
            assertThat(letter.attempts()).isEqualTo(2);
            assertThat(letter.reason()).contains("poison");
        });
    }

    @Test
    void keepsTheNewestSnapshotOfTheNewestForm() {
        Snapshot first = new Snapshot(new Revision(1, 1), 1, JsonNodeFactory.instance.stringNode("first"));
        Snapshot later = new Snapshot(new Revision(2, 5), 1, JsonNodeFactory.instance.stringNode("later"));
        Snapshot newer = new Snapshot(new Revision(1, 1), 2, JsonNodeFactory.instance.stringNode("newer"));
        SnapshotStore snapshots = store.snapshots();

        assertThat(snapshots.load(agent)).isEmpty();
        snapshots.save(agent, first);
        snapshots.save(agent, later);
        snapshots.save(agent, first);
        assertThat(snapshots.load(agent)).contains(later);
        snapshots.save(agent, newer);
        snapshots.save(agent, later);
        assertThat(snapshots.load(agent)).contains(newer);
    }
}
