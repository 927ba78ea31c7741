package io.neurectomy.benchmark.events;

import io.nats.client.Connection;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.RecordedEvent;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.UnknownEventPolicy;
import io.neurectomy.core.event.nats.JetStreamEventStore;
import io.neurectomy.core.event.nats.JetStreamSettings;
import io.neurectomy.types.AgentEvent;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Compares the event store on NATS with the client alone, and then lets the stream grow. Prints two tables. */
public final class EventsBenchmark {
    private static final EventKind<AgentEvent> KIND = EventKind.AGENTS;
    private static final int WINDOW = 512;
    private static final int AGGREGATE = 100;
    private static final int LOADS = 100;

    private final JetStreamEventStore<AgentEvent> store;
    private final JetStreamEventStore<AgentEvent> lazy;
    private final Raw raw;
    private final PrintStream out;
    private final int pairs;
    private final int events;

    private EventsBenchmark(Connection ours, Connection other, PrintStream out, int pairs, int events)
            throws Exception {
        this.store = JetStreamEventStore.open(ours, EventCodec.of(KIND), JetStreamSettings.defaults());
        this.lazy = JetStreamEventStore.open(
                ours,
                EventCodec.builder(KIND).unknownEvents(UnknownEventPolicy.RAW).build(),
                JetStreamSettings.defaults());
        this.raw = new Raw(other);
        this.out = out;
        this.pairs = pairs;
        this.events = events;
    }

    /**
     * Measures.
     *
     * @param arguments {@code --pairs 5}, {@code --events 4000}, {@code --growth 1000,10000}; the server's program is in the
     *     variable NEURECTOMY_NATS_SERVER_2_15
     * @throws Exception if a server fails
     */
    @SuppressWarnings("no-console") // The console is this program's output.
    public static void main(String[] arguments) throws Exception {
        String program = System.getenv("NEURECTOMY_NATS_SERVER_2_15");
        if (program == null) {
            System.err.println("[needs-service] NEURECTOMY_NATS_SERVER_2_15 names no nats-server. Run eval"
                    + " \"$(.ci/services start DIR)\".");
            System.exit(2);
            return;
        }
        Map<String, String> options;
        try {
            options = Options.read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try (Server server = new Server(program);
                Closing ours = new Closing(server.connect());
                Closing other = new Closing(server.connect())) {
            EventsBenchmark benchmark = new EventsBenchmark(
                    ours.connection(),
                    other.connection(),
                    System.out,
                    Integer.parseInt(options.get("--pairs")),
                    Integer.parseInt(options.get("--events")));
            benchmark.compare();
        }
        // A stream that begins empty.
        try (Server server = new Server(program);
                Closing ours = new Closing(server.connect());
                JetStreamEventStore<AgentEvent> store = JetStreamEventStore.open(
                        ours.connection(), EventCodec.of(KIND), JetStreamSettings.defaults())) {
            new Growth(store, new Raw(ours.connection()), ours.connection(), System.out)
                    .run(Stream.of(String.valueOf(options.get("--growth")).split(","))
                            .map(Integer::valueOf)
                            .toList());
        }
    }

    /** A connection whose end is not waited for. */
    private record Closing(Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            try {
                connection.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void compare() throws Exception {
        out.printf("| goal | target | median | lowest | highest |%n|---|--:|--:|--:|--:|%n");
        Pairs.Result sync = Pairs.compare(pairs, this::rawAppend, this::append);
        row("G1 `append` of one event beside `publish`", ">= 0.90", sync.speeds());
        Pairs.Result async = Pairs.compare(pairs, this::rawAppendAsync, this::appendAsync);
        row("G2 `appendAsync` beside `publishAsync`, window 512", ">= 0.85", async.speeds());
        long last = replayable();
        Pairs.Side iterate = () -> () -> raw.iterate(KIND.stream(), KIND.subjects(), last);
        Pairs.Result replay = Pairs.compare(pairs, iterate, () -> () -> replay(store));
        row("G3 `replay`, every event decoded, beside `iterate`", ">= 0.60", replay.speeds());
        Pairs.Result lazily = Pairs.compare(pairs, iterate, () -> () -> replay(lazy));
        row("G3 `replay`, no event decoded (`RAW`)", ">= 0.90", lazily.speeds());
        row("G4 CPU added to an event, append (async), µs", "<= 6", async.addedCpu());
        row("G4 CPU added to an event, replay, µs", "<= 5", replay.addedCpu());
        String agent = clustered();
        String subject = KIND.subject(agent);
        Pairs.Side load = () -> () -> loads(() -> store.read(agent).size());
        Pairs.Result get = Pairs.compare(pairs, () -> () -> loads(() -> raw.get(KIND.stream(), subject, 1_000)), load);
        row(
                "G5 time to load 100 events beside one batched direct get",
                "<= 1.2",
                get.speeds().stream().map(speed -> 1 / speed).sorted().toList());
        Pairs.Result consumer =
                Pairs.compare(pairs, () -> () -> loads(() -> raw.iterate(KIND.stream(), subject, AGGREGATE)), load);
        row("G5 speed of it beside an ordered consumer for each load", ">= 2", consumer.speeds());
    }

    private void row(String what, String target, List<Double> values) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f |%n",
                what,
                target,
                Pairs.median(values),
                values.get(0),
                values.get(values.size() - 1));
    }

    private Pairs.Job rawAppend() {
        List<Raw.Encoded> some = Events.encoded(Events.ofOne(events / 4));
        return () -> {
            raw.publish(some);
            return some.size();
        };
    }

    private Pairs.Job append() {
        List<AgentEvent> some = Events.ofOne(events / 4);
        return () -> {
            Revision last = Revision.NONE;
            for (AgentEvent event : some) {
                last = store.append(Expected.exact(last), event).revision();
            }
            return some.size();
        };
    }

    private Pairs.Job rawAppendAsync() {
        List<Raw.Encoded> some = Events.encoded(Events.ofMany(events));
        return () -> {
            raw.publishAsync(some, WINDOW);
            return some.size();
        };
    }

    private Pairs.Job appendAsync() {
        List<AgentEvent> some = Events.ofMany(events);
        return () -> {
            List<CompletableFuture<AppendResult>> results = new ArrayList<>();
            for (AgentEvent event : some) {
                results.add(store.appendAsync(Expected.none(), event));
            }
            results.forEach(CompletableFuture::join);
            return some.size();
        };
    }

    /** As many events as are worth a replay; returns the last one's sequence. */
    private long replayable() {
        raw.fill(Events.encoded(Events.ofOne(events * 5)), WINDOW);
        try (Stream<RecordedEvent<AgentEvent>> all = store.replay(0)) {
            return all.count();
        }
    }

    private static int replay(JetStreamEventStore<AgentEvent> from) {
        try (Stream<RecordedEvent<AgentEvent>> all = from.replay(0)) {
            return all.mapToInt(event -> 1).sum();
        }
    }

    private String clustered() {
        List<AgentEvent> some = Events.ofOne(AGGREGATE);
        raw.fill(Events.encoded(some), WINDOW);
        // In the midst of the stream, not at its end.
        raw.fill(Events.encoded(Events.ofOne(events)), WINDOW);
        return some.get(0).agentId();
    }

    private static int loads(Pairs.Job load) throws Exception {
        for (int i = 0; i < LOADS; i++) {
            int read = load.run();
            if (read != AGGREGATE) {
                throw new IllegalStateException("read " + read + " events of " + AGGREGATE);
            }
        }
        return LOADS;
    }
}
