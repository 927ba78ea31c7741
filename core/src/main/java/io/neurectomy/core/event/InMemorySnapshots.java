package io.neurectomy.core.event;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots in the memory of this process. */
final class InMemorySnapshots implements SnapshotStore {

    private final EventKind<?> kind;
    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    InMemorySnapshots(EventKind<?> kind) {
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
        snapshots.merge(aggregateId, snapshot, (old, fresh) -> old.isReplacedBy(fresh) ? fresh : old);
    }
}
