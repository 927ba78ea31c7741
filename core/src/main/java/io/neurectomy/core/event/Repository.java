package io.neurectomy.core.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads aggregates from their newest snapshot and the events after it, and appends what a decision led to. Safe for use by
 * several threads.
 *
 * @param <S> the state
 * @param <E> the union of the events
 */
public final class Repository<S, E> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 20;

    private final EventStore<E> store;
    private final Aggregate<S, E> aggregate;
    private final int snapshotEvery;

    /**
     * Makes a repository.
     *
     * @param store keeps the events
     * @param aggregate says what they mean
     * @param snapshotEvery after how many events a snapshot is kept, at least 1
     * @throws IllegalArgumentException if the number is not positive
     */
    public Repository(EventStore<E> store, Aggregate<S, E> aggregate, int snapshotEvery) {
        if (snapshotEvery < 1) {
            throw new IllegalArgumentException(
                    "[repository] snapshotEvery: is " + snapshotEvery + ". Pass 1 or more events.");
        }
        this.store = store;
        this.aggregate = aggregate;
        this.snapshotEvery = snapshotEvery;
    }

    /**
     * An aggregate as it was loaded.
     *
     * @param state the state; empty if there is no event
     * @param revision the revision that the state is of
     * @param <S> the state
     */
    public record Loaded<S>(Optional<S> state, Revision revision) {}

    /**
     * Loads an aggregate.
     *
     * @param aggregateId the id of the aggregate
     * @return its state
     * @throws EventGapException if an event is missing
     * @throws UnreadableEventException if an event can't be read
     */
    public Loaded<S> load(String aggregateId) {
        Loaded<S> loaded = snapshot(aggregateId);
        for (RecordedEvent<E> event : store.read(aggregateId, loaded.revision(), Integer.MAX_VALUE)) {
            loaded = new Loaded<>(Optional.of(aggregate.evolve(loaded.state(), event.event())), event.revision());
        }
        return loaded;
    }

    private Loaded<S> snapshot(String aggregateId) {
        Optional<Snapshot> kept = store.snapshots().load(aggregateId);
        // One of a newer form was written by a newer program; the events tell the same.
        if (kept.isEmpty() || kept.get().schemaVersion() != aggregate.stateVersion()) {
            return new Loaded<>(Optional.empty(), Revision.NONE);
        }
        try {
            S state = JSON.treeToValue(kept.get().state(), aggregate.stateClass());
            return new Loaded<>(Optional.of(state), kept.get().revision());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Loaded<>(Optional.empty(), Revision.NONE);
        }
    }

    /**
     * Decides on the current state and appends what follows. If somebody else has appended meanwhile, the aggregate is loaded
     * and decided upon again.
     *
     * @param aggregateId the id of the aggregate
     * @param decision returns the events that follow from the state, none if nothing does; it may be called several times
     * @return the aggregate afterwards
     * @throws ConcurrencyException if others were faster twenty times
     */
    public Loaded<S> update(String aggregateId, Function<Optional<S>, List<E>> decision) {
        ConcurrencyException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Loaded<S> before = load(aggregateId);
            List<E> events = decision.apply(before.state());
            if (events.isEmpty()) {
                return before;
            }
            try {
                AppendResult appended = store.append(Expected.exact(before.revision()), events);
                Optional<S> state = before.state();
                for (E event : events) {
                    state = Optional.of(aggregate.evolve(state, event));
                }
                Loaded<S> after = new Loaded<>(state, appended.revision());
                keep(aggregateId, before, after);
                return after;
            } catch (ConcurrencyException conflict) {
                last = conflict;
            }
        }
        throw last;
    }

    private void keep(String aggregateId, Loaded<S> before, Loaded<S> after) {
        boolean due =
                before.revision().version() / snapshotEvery < after.revision().version() / snapshotEvery;
        if (due && after.state().isPresent()) {
            store.snapshots()
                    .save(
                            aggregateId,
                            new Snapshot(
                                    after.revision(),
                                    aggregate.stateVersion(),
                                    JSON.valueToTree(after.state().get())));
        }
    }
}
