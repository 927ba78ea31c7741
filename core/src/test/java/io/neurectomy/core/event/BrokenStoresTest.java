package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.types.AgentEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract catches stores that break it: each fault is one that a store has had somewhere. */
class BrokenStoresTest {

    enum Fault {
        /** Says that it appended although somebody else was faster: the event is lost. */
        SWALLOWS_CONFLICTS(store -> new Faulty(store) {
            @Override
            public List<AppendResult> append(List<Append<AgentEvent>> appends) {
                try {
                    return super.append(appends);
                } catch (ConcurrencyException e) {
                    return appends.stream()
                            .map(append -> new AppendResult(Revision.NONE, false))
                            .toList();
                }
            }
        }),
        /** Appends a repeated event again. */
        RECORDS_A_REPETITION(store -> new Faulty(store) {
            @Override
            public List<AppendResult> append(List<Append<AgentEvent>> appends) {
                List<AppendResult> results = super.append(appends);
                if (results.get(0).deduplicated()) {
                    AgentEvent event = appends.get(0).events().get(0);
                    return List.of(super.append(Expected.any(), AgentEvents.started(event.agentId(), "again")));
                }
                return results;
            }
        }),
        /** Leaves an event out of what it reads. */
        SKIPS_AN_EVENT(store -> new Faulty(store) {
            @Override
            public List<RecordedEvent<AgentEvent>> read(String aggregateId, Revision after, int limit) {
                List<RecordedEvent<AgentEvent>> events = new ArrayList<>(super.read(aggregateId, after, limit));
                if (events.size() > 1) {
                    events.remove(1);
                }
                return events;
            }
        }),
        /** Reads in another order than it recorded. */
        READS_BACKWARDS(store -> new Faulty(store) {
            @Override
            public Stream<RecordedEvent<AgentEvent>> replay(long afterSequence) {
                List<RecordedEvent<AgentEvent>> events =
                        new ArrayList<>(super.replay(afterSequence).toList());
                Collections.reverse(events);
                return events.stream();
            }
        });

        private final Function<EventStore<AgentEvent>, EventStore<AgentEvent>> breaking;

        Fault(Function<EventStore<AgentEvent>, EventStore<AgentEvent>> breaking) {
            this.breaking = breaking;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCaughtByTheContract(Fault fault) throws Exception {
        assertThat(failures(fault.breaking)).isNotEmpty();
    }

    @Test
    void passesAStoreWithoutFault() throws Exception {
        assertThat(failures(store -> store)).isEmpty();
    }

    private static List<String> failures(Function<EventStore<AgentEvent>, EventStore<AgentEvent>> breaking)
            throws Exception {
        List<String> failed = new ArrayList<>();
        for (Method test : EventStoreContract.class.getDeclaredMethods()) {
            if (test.isAnnotationPresent(Test.class)) {
                EventStoreContract contract = new Subject(breaking);
                contract.openStore();
                try {
                    test.invoke(contract);
                } catch (InvocationTargetException e) {
                    failed.add(test.getName() + ": " + e.getCause());
                } finally {
                    contract.closeStores();
                }
            }
        }
        return failed;
    }

    private static final class Subject extends EventStoreContract {
        private final Function<EventStore<AgentEvent>, EventStore<AgentEvent>> breaking;
        private EventStore<AgentEvent> store = new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));

        Subject(Function<EventStore<AgentEvent>, EventStore<AgentEvent>> breaking) {
            this.breaking = breaking;
        }

        @Override
        protected EventStore<AgentEvent> open(boolean fresh) {
            if (fresh) {
                store = breaking.apply(new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS)));
            }
            return store;
        }
    }

    static class Faulty implements EventStore<AgentEvent> {
        private final EventStore<AgentEvent> store;

        Faulty(EventStore<AgentEvent> store) {
            this.store = store;
        }

        @Override
        public EventKind<AgentEvent> kind() {
            return store.kind();
        }

        @Override
        public List<AppendResult> append(List<Append<AgentEvent>> appends) {
            return store.append(appends);
        }

        @Override
        public CompletableFuture<AppendResult> appendAsync(Expected expected, AgentEvent event) {
            return store.appendAsync(expected, event);
        }

        @Override
        public List<RecordedEvent<AgentEvent>> read(String aggregateId, Revision after, int limit) {
            return store.read(aggregateId, after, limit);
        }

        @Override
        public Stream<RecordedEvent<AgentEvent>> replay(long afterSequence) {
            return store.replay(afterSequence);
        }

        @Override
        public EventSubscription subscribe(
                EventFilter filter, long afterSequence, EventSubscriber<AgentEvent> subscriber) {
            return store.subscribe(filter, afterSequence, subscriber);
        }

        @Override
        public EventSubscription project(ProjectionSettings settings, EventHandler<AgentEvent> handler) {
            return store.project(settings, handler);
        }

        @Override
        public List<DeadLetter> deadLetters(String projection) {
            return store.deadLetters(projection);
        }

        @Override
        public SnapshotStore snapshots() {
            return store.snapshots();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
