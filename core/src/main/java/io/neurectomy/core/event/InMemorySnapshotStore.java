package io.neurectomy.core.event;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Snapshots in memory. */
final class InMemorySnapshotStore implements SnapshotStore {
    private final EventKind<?> kind;
    private final ConcurrentMap<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    InMemorySnapshotStore(EventKind<?> kind) {
        this.kind = kind;
    }

    @Override
    public Optional<Snapshot> load(String aggregateId) {
        kind.subject(aggregateId);
        return Optional.ofNullable(snapshots.get(aggregateId));
    }

    @Override
    public void save(String aggregateId, Snapshot snapshot) {
        kind.subject(aggregateId);
        snapshots.merge(aggregateId, snapshot, (kept, offered) -> offered.replaces(kept) ? offered : kept);
    }
}
