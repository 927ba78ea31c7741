package io.neurectomy.benchmark.events;

import io.nats.client.Connection;
import io.neurectomy.core.event.AgentAggregate;
import io.neurectomy.core.event.EventStore;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.Repository;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.id.AgentId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.id.UuidV7Generator;
import io.neurectomy.types.AgentCreatedPayload;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentState;
import io.neurectomy.types.AgentTier;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What the same work costs while the stream grows. */
final class Growth {
    private static final int WINDOW = 512;
    private static final int AGGREGATE = 100;
    private static final int LOADS = 20;
    private static final int ROUNDS = 5;
    private static final List<String> WORK = List.of(
            "`append`, one event",
            "`appendAsync`, one event",
            "`read` of 100 events side by side",
            "`load`, events spread over the stream, a snapshot every 100",
            "`replay`, one event");

    private final EventStore<AgentEvent> store;
    private final Raw raw;
    private final Connection connection;
    private final PrintStream out;
    private final AgentAggregate agents =
            new AgentAggregate(() -> new EventId(UuidV7Generator.shared().next()), Clock.systemUTC());
    private final Repository<AgentState, AgentEvent> repository;

    Growth(EventStore<AgentEvent> store, Raw raw, Connection connection, PrintStream out) {
        this.store = store;
        this.raw = raw;
        this.connection = connection;
        this.out = out;
        this.repository = new Repository<>(store, agents, 100);
    }

    void run(List<Integer> sizes) throws Exception {
        List<List<Double>> costs = new ArrayList<>();
        List<Double> trips = new ArrayList<>();
        List<AgentEvent> clustered = Events.ofOne(AGGREGATE);
        raw.fill(Events.encoded(clustered), WINDOW);
        AgentId spread = spread();
        // What the compiler is not done with would flatter the larger streams.
        measure(clustered.get(0).agentId(), spread.toString());
        long size = size();
        for (int wanted : sizes) {
            while (size < wanted) {
                raw.fill(Events.encoded(Events.ofOne(AGGREGATE)), WINDOW);
                size += AGGREGATE;
            }
            more(spread, 120 / sizes.size());
            costs.add(measure(clustered.get(0).agentId(), spread.toString()));
            long before = connection.getStatistics().getOutMsgs();
            repository.load(spread.toString());
            trips.add((double) (connection.getStatistics().getOutMsgs() - before));
        }
        print(sizes, costs, trips);
    }

    private long size() {
        try (Stream<RecordedEvent<AgentEvent>> all = store.replay(0)) {
            return all.count();
        }
    }

    private AgentId spread() {
        AgentId agent = new AgentId(UUID.randomUUID());
        repository.update(
                agent.toString(),
                agents.create(
                        agent,
                        new AgentCreatedPayload("Reader", "READER", AgentTier.SPECIALIST, List.of("review")),
                        Events.metadata()));
        return agent;
    }

    private void more(AgentId agent, int count) {
        for (int i = 0; i < count / 2; i++) {
            repository.update(agent.toString(), agents.start(agent, "task", Events.metadata()));
            repository.update(agent.toString(), agents.stop(agent, "done", Events.metadata()));
        }
    }

    private List<Double> measure(String clustered, String spread) throws Exception {
        List<Pairs.Side> work = List.of(
                this::append,
                this::appendAsync,
                () -> () -> loads(() -> store.read(clustered).size()),
                () -> () -> loads(() -> repository.load(spread).state().isPresent() ? 1 : 0),
                () -> () -> (int) size());
        List<List<Double>> micros = new ArrayList<>();
        work.forEach(one -> micros.add(new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < work.size(); i++) {
                // A replay of all is long enough once.
                if (i < work.size() - 1 || round == 0) {
                    micros.get(i).add(Pairs.cost(work.get(i)).micros());
                }
            }
        }
        return micros.stream().map(Pairs::median).toList();
    }

    private Pairs.Job append() {
        List<AgentEvent> some = Events.ofOne(100);
        return () -> {
            Revision last = Revision.NONE;
            for (AgentEvent event : some) {
                last = store.append(Expected.exact(last), event).revision();
            }
            return some.size();
        };
    }

    private Pairs.Job appendAsync() {
        List<AgentEvent> some = Events.ofMany(300);
        return () -> {
            some.stream()
                    .map(event -> store.appendAsync(Expected.none(), event))
                    .toList()
                    .forEach(CompletableFuture::join);
            return some.size();
        };
    }

    private static int loads(Pairs.Job load) throws Exception {
        for (int i = 0; i < LOADS; i++) {
            if (load.run() == 0) {
                throw new IllegalStateException("read nothing");
            }
        }
        return LOADS;
    }

    private void print(List<Integer> sizes, List<List<Double>> costs, List<Double> trips) {
        out.printf("%n| cost, the smallest stream's being 1 |");
        sizes.forEach(size -> out.printf(Locale.ROOT, " %,d |", size));
        out.printf("%n|---|%s%n", "--:|".repeat(sizes.size()));
        for (int i = 0; i < WORK.size(); i++) {
            out.printf("| %s |", WORK.get(i));
            for (List<Double> cost : costs) {
                out.printf(Locale.ROOT, " %.2f |", cost.get(i) / costs.get(0).get(i));
            }
            out.println();
        }
        out.printf("| G6 messages sent by that `load` |");
        trips.forEach(count -> out.printf(Locale.ROOT, " %.0f |", count));
        out.println();
    }
}
