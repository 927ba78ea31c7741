package io.neurectomy.core.event.nats;

import io.nats.client.JetStreamApiException;
import io.neurectomy.core.event.AppendResult;
import io.neurectomy.core.event.ConcurrencyException;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.StoredEvent;
import io.neurectomy.core.event.internal.Batch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of an append whose answer does not say so. Safe for use by several threads.
 *
 * <p>In a cluster any replica may answer a read, also one that does not have yet what the leader has accepted. So a refusal
 * is no conflict until another's event is seen where ours should be.
 */
final class ReadBack {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final EventKind<?> kind;
    private final JetStreamSettings settings;
    private final Reader reader;

    ReadBack(EventKind<?> kind, JetStreamSettings settings, Reader reader) {
        this.kind = kind;
        this.settings = settings;
        this.reader = reader;
    }

    /** Where a batch stands by what a replica shows now. */
    private enum Sight {
        OURS,
        ANOTHERS,
        NOTHING
    }

    /** Returns the result of an earlier attempt if a replica has its events where they were expected. */
    Optional<AppendResult> recorded(Batch batch, Revision before) throws IOException, JetStreamApiException {
        List<AppendResult> results = new ArrayList<>();
        look(batch, before, results);
        return results.stream().findFirst();
    }

    private Sight look(Batch batch, Revision before, List<AppendResult> results)
            throws IOException, JetStreamApiException {
        String subject = kind.subject(batch.aggregateId());
        Revision last = before;
        for (Batch.Encoded event : batch.events()) {
            Optional<StoredEvent> next = reader.next(subject, last.sequence() + 1);
            if (next.isEmpty()) {
                return Sight.NOTHING;
            }
            if (!next.get().id().equals(event.id())) {
                return Sight.ANOTHERS;
            }
            last = next.get().revision();
        }
        results.add(new AppendResult(last, true));
        return Sight.OURS;
    }

    /**
     * Looks behind a refusal until a replica shows why the server gave it.
     *
     * @return the results of an earlier attempt
     * @throws ConcurrencyException if there was none
     */
    List<AppendResult> behind(JetStreamApiException refusal, List<Batch> batches, List<Revision> before)
            throws IOException, JetStreamApiException, InterruptedException {
        OptionalLong actual = Failures.actual(refusal.getErrorDescription());
        // Expected after an event that there is not: nothing will be seen.
        boolean nothing = batches.size() == 1
                && actual.isPresent()
                && actual.getAsLong() <= before.get(0).sequence();
        long until = System.nanoTime() + settings.timeout().toNanos();
        while (true) {
            List<AppendResult> results = new ArrayList<>();
            List<Sight> sights = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                sights.add(look(batches.get(i), before.get(i), results));
            }
            if (results.size() == batches.size()) {
                return results;
            }
            int another = sights.indexOf(Sight.ANOTHERS);
            if (another >= 0 || nothing || System.nanoTime() > until) {
                boolean only = batches.size() == 1;
                throw conflict(batches.get(Math.max(0, another)), only ? actual : OptionalLong.empty(), refusal);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Finds the event of an id that the server has seen before: this one, or another aggregate's. */
    AppendResult duplicate(Batch batch, long sequence) throws IOException, JetStreamApiException, InterruptedException {
        String id = batch.events().get(0).id();
        StoredEvent known = at(sequence);
        if (!known.aggregateId().equals(batch.aggregateId())) {
            throw batch.taken(id, known.aggregateId());
        }
        if (!batch.allowedAfter(known.revision().version() - 1)) {
            throw conflict(batch, OptionalLong.empty(), null);
        }
        return new AppendResult(known.revision(), true);
    }

    private StoredEvent at(long sequence) throws IOException, JetStreamApiException, InterruptedException {
        long until = System.nanoTime() + settings.timeout().toNanos();
        while (true) {
            Optional<StoredEvent> event = reader.at(sequence);
            if (event.isPresent()) {
                return event.get();
            }
            if (System.nanoTime() > until) {
                throw new IOException("the event at " + sequence + ", which was acknowledged, is not there");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private ConcurrencyException conflict(Batch batch, OptionalLong known, @Nullable JetStreamApiException cause)
            throws IOException, JetStreamApiException {
        OptionalLong actual = known.isPresent()
                ? known
                : OptionalLong.of(reader.last(kind.subject(batch.aggregateId()))
                        .map(event -> event.revision().sequence())
                        .orElse(0L));
        return new ConcurrencyException(batch.aggregateId(), batch.expected(), actual, cause);
    }
}
