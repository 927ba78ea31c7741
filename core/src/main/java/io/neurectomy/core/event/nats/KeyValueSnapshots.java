package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.KeyValueOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.StorageType;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.Snapshot;
import io.neurectomy.core.event.SnapshotStore;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Snapshots in a bucket of the key-value store, one for each aggregate. */
final class KeyValueSnapshots implements SnapshotStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 10;

    private final EventKind<?> kind;
    private final KeyValue bucket;

    KeyValueSnapshots(Connection connection, EventKind<?> kind, JetStreamSettings settings)
            throws IOException, JetStreamApiException {
        this.kind = kind;
        KeyValueOptions options =
                KeyValueOptions.builder().jetStreamOptions(settings.api()).build();
        KeyValueManagement management = connection.keyValueManagement(options);
        if (!management.getBucketNames().contains(kind.snapshotBucket())) {
            management.create(KeyValueConfiguration.builder()
                    .name(kind.snapshotBucket())
                    .storageType(StorageType.File)
                    .replicas(settings.replicas())
                    .build());
        }
        this.bucket = connection.keyValue(kind.snapshotBucket(), options);
    }

    @Override
    public Optional<Snapshot> load(String aggregateId) {
        kind.subject(aggregateId);
        try {
            return Optional.ofNullable(bucket.get(aggregateId)).flatMap(KeyValueSnapshots::read);
        } catch (IOException | JetStreamApiException e) {
            throw Failures.of("snapshot of aggregate " + aggregateId, e);
        }
    }

    private static Optional<Snapshot> read(KeyValueEntry entry) {
        byte @Nullable [] value = entry.getValue();
        if (value == null) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(value);
            return Optional.of(new Snapshot(
                    new Revision(
                            json.path("version").asLong(-1),
                            json.path("sequence").asLong(-1)),
                    json.path("schemaVersion").asLong(0),
                    json.path("state")));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // The events tell the same.
            return Optional.empty();
        }
    }

    @Override
    public void save(String aggregateId, Snapshot snapshot) {
        kind.subject(aggregateId);
        ObjectNode json = JSON.createObjectNode()
                .put("version", snapshot.revision().version())
                .put("sequence", snapshot.revision().sequence())
                .put("schemaVersion", snapshot.schemaVersion());
        json.set("state", snapshot.state());
        byte[] value = JSON.writeValueAsBytes(json);
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !saved(aggregateId, snapshot, value); attempt++) {
                Thread.onSpinWait();
            }
        } catch (IOException | JetStreamApiException e) {
            throw Failures.of("snapshot of aggregate " + aggregateId, e);
        }
    }

    /** Returns false if somebody else saved one meanwhile. After a few times theirs is as good. */
    private boolean saved(String aggregateId, Snapshot snapshot, byte[] value)
            throws IOException, JetStreamApiException {
        KeyValueEntry kept = bucket.get(aggregateId);
        if (kept != null
                && read(kept).filter(known -> !snapshot.replaces(known)).isPresent()) {
            return true;
        }
        try {
            bucket.update(aggregateId, value, kept == null ? 0 : kept.getRevision());
            return true;
        } catch (JetStreamApiException e) {
            if (Failures.isConflict(e)) {
                return false;
            }
            throw e;
        }
    }
}
