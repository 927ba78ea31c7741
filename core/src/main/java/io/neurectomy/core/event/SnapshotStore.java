package io.neurectomy.core.event;

import java.util.Optional;

/** Keeps the newest snapshot of each aggregate of a kind. Safe for use by several threads. */
public interface SnapshotStore {

    /**
     * Returns the snapshot of an aggregate.
     *
     * @param aggregateId the id of the aggregate
     * @return the newest snapshot, of whatever version; nothing if there is none or it can't be read, since the events tell
     *     the same
     * @throws InvalidEventException if it is no id of an aggregate
     */
    Optional<Snapshot> load(String aggregateId);

    /**
     * Keeps a snapshot unless one of the same or a later revision, or of a newer form, is kept already.
     *
     * @param aggregateId the id of the aggregate
     * @param snapshot the snapshot
     * @throws InvalidEventException if it is no id of an aggregate
     */
    void save(String aggregateId, Snapshot snapshot);
}
