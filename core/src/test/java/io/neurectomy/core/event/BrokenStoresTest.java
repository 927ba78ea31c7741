package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.neurectomy.core.id.EventId;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Shows that the contract catches stores that break it, each in one way. */
class BrokenStoresTest {

    private static List<String> failuresOf(Class<?> contract) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        summary);
        assertThat(summary.getSummary().getTestsStartedCount()).isGreaterThan(15);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName())
                .toList();
    }

    @Test
    void catchesAStoreThatLosesAnEventOnAConflict() {
        assertThat(failuresOf(LosesOnConflict.class))
                .anyMatch(name -> name.contains("refuses an append under another revision"));
    }

    @Test
    void catchesAStoreThatDuplicatesARetry() {
        assertThat(failuresOf(DuplicatesRetries.class))
                .anyMatch(name -> name.startsWith("appends a repeated event once"));
    }

    @Test
    void catchesAStoreThatSkipsAnEvent() {
        assertThat(failuresOf(Skips.class)).anyMatch(name -> name.contains("reads back what was appended in order"));
    }

    @Test
    void passesASoundStore() {
        assertThat(failuresOf(InMemoryEventStoreTest.class)).isEmpty();
    }

    /** A conflict looks like a success. */
    static class LosesOnConflict extends EventStoreContract {
        @Override
        protected EventStore<AgentEvent> open() {
            return new Delegating() {
                @Override
                public List<AppendResult> append(List<Append<AgentEvent>> appends) {
                    try {
                        return super.append(appends);
                    } catch (ConcurrencyException e) {
                        return List.of(new AppendResult(new Revision(1, 1), false));
                    }
                }
            };
        }
    }

    /** A retry is appended as another event. */
    static class DuplicatesRetries extends EventStoreContract {
        @Override
        protected EventStore<AgentEvent> open() {
            return new Delegating() {
                @Override
                public List<AppendResult> append(List<Append<AgentEvent>> appends) {
                    List<AppendResult> results = super.append(appends);
                    if (results.get(0).deduplicated()) {
                        AgentEvent event = appends.get(0).events().get(0);
                        AgentEvent copy = new AgentStartedEvent(
                                EventId.generate().toString(),
                                event.agentId(),
                                event.timestamp(),
                                event.metadata(),
                                1,
                                new AgentStartedPayload(null));
                        return super.append(List.of(new Append<>(Expected.any(), List.of(copy))));
                    }
                    return results;
                }
            };
        }
    }

    /** The second event is never read. */
    static class Skips extends EventStoreContract {
        @Override
        protected EventStore<AgentEvent> open() {
            return new Delegating() {
                @Override
                public List<RecordedEvent<AgentEvent>> read(String aggregateId, Revision after, int limit) {
                    List<RecordedEvent<AgentEvent>> events = new ArrayList<>(super.read(aggregateId, after, limit));
                    events.removeIf(event -> event.revision().version() == 2);
                    return events;
                }
            };
        }
    }

    /** A sound store, to break one method of. */
    private static class Delegating implements EventStore<AgentEvent> {
        private final EventStore<AgentEvent> sound = new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));

        @Override
        public EventKind<AgentEvent> kind() {
            return sound.kind();
        }

        @Override
        public List<AppendResult> append(List<Append<AgentEvent>> appends) {
            return sound.append(appends);
        }

        @Override
        public CompletableFuture<AppendResult> appendAsync(Expected expected, AgentEvent event) {
            return sound.appendAsync(expected, event);
        }

        @Override
        public List<RecordedEvent<AgentEvent>> read(String aggregateId, Revision after, int limit) {
            return sound.read(aggregateId, after, limit);
        }

        @Override
        public Stream<RecordedEvent<AgentEvent>> replay(long afterSequence) {
            return sound.replay(afterSequence);
        }

        @Override
        public EventSubscription subscribe(
                EventFilter filter, long afterSequence, EventSubscriber<AgentEvent> subscriber) {
            return sound.subscribe(filter, afterSequence, subscriber);
        }

        @Override
        public EventSubscription project(ProjectionSettings settings, EventHandler<AgentEvent> handler) {
            return sound.project(settings, handler);
        }

        @Override
        public List<DeadLetter> deadLetters(String projection) {
            return sound.deadLetters(projection);
        }

        @Override
        public SnapshotStore snapshots() {
            return sound.snapshots();
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
