package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.Revision;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import io.neurectomy.types.AgentStartedPayload;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A process that a test kills amid its appends. Every run appends the same events, by id, from the first one on, and writes
 * a line for each that was acknowledged: agent, id, version, and whether an earlier run had appended it.
 */
final class AppendingClient {
    private AppendingClient() {}

    /** Takes the server's address, how many events each agent gets, and the agents. */
    @SuppressWarnings("no-console") // The test reads these lines from this process.
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int each = Integer.parseInt(arguments[1]);
        List<String> agents = List.of(arguments).subList(2, arguments.length);
        Connection connection = Nats.connect(Options.builder()
                .server(arguments[0])
                .errorListener(new ErrorListener() {})
                .build());
        ExecutorService pool = Executors.newFixedThreadPool(agents.size());
        try (JetStreamEventStore<AgentEvent> store =
                JetStreamEventStore.open(connection, EventCodec.of(EventKind.AGENTS), JetStreamSettings.defaults())) {
            List<? extends Future<?>> running = agents.stream()
                    .map(agent -> pool.submit(() -> {
                        Revision last = Revision.NONE;
                        for (int i = 0; i < each; i++) {
                            AppendResult result = store.append(Expected.exact(last), event(agent, i));
                            last = result.revision();
                            out.println(String.join(
                                    " ",
                                    agent,
                                    id(agent, i),
                                    Long.toString(last.version()),
                                    Boolean.toString(result.deduplicated())));
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
            connection.close();
        }
    }

    static List<String> ids(String agent, int each) {
        return Stream.iterate(0, i -> i + 1).limit(each).map(i -> id(agent, i)).toList();
    }

    private static String id(String agent, int i) {
        return UUID.nameUUIDFromBytes((agent + i).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static AgentEvent event(String agent, int i) {
        return new AgentStartedEvent(
                id(agent, i),
                agent,
                "2026-01-01T00:00:01Z",
                AgentEvents.metadata(),
                1,
                new AgentStartedPayload("task " + i));
    }
}
