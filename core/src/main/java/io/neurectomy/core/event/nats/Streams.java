package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.CompressionOption;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.PersistMode;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.StreamSettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the streams of a kind, or sees that those there are what the store relies on. */
final class Streams {
    private static final int NOT_FOUND = 404;
    private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(2);

    private Streams() {}

    static String deadLetterSubject(EventKind<?> kind, String projection) {
        return "neurectomy.dead-letters." + kind.name() + "." + projection;
    }

    static void prepare(Connection connection, EventKind<?> kind, ServerFeatures server, JetStreamSettings settings)
            throws IOException, JetStreamApiException {
        JetStreamManagement management = connection.jetStreamManagement(settings.api());
        StreamConfiguration.Builder events = durable(kind.stream(), kind.subjects(), settings)
                .compressionOption(CompressionOption.S2)
                .duplicateWindow(DUPLICATE_WINDOW);
        if (server.atomicBatch()) {
            events.allowAtomicPublish();
        }
        prepare(management, events.build());
        prepare(
                management,
                durable(kind.deadLetterStream(), deadLetterSubject(kind, "*"), settings)
                        .build());
    }

    private static StreamConfiguration.Builder durable(String name, String subjects, JetStreamSettings settings) {
        return StreamConfiguration.builder()
                .name(name)
                .subjects(subjects)
                .storageType(StorageType.File)
                .retentionPolicy(RetentionPolicy.Limits)
                // The default, old, deletes history when a limit is reached.
                .discardPolicy(DiscardPolicy.New)
                .denyDelete(true)
                .allowDirect(true)
                .replicas(settings.replicas());
    }

    private static void prepare(JetStreamManagement management, StreamConfiguration wanted)
            throws IOException, JetStreamApiException {
        StreamConfiguration there;
        try {
            there = management.getStreamInfo(wanted.getName()).getConfiguration();
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            management.addStream(wanted);
            return;
        }
        List<String> differences = differences(there, wanted);
        if (!differences.isEmpty()) {
            throw new StreamSettingsException(
                    "STREAM_SETTINGS",
                    "stream " + wanted.getName() + ": " + String.join("; ", differences)
                            + ". Change it, or copy its events into a new stream.",
                    ErrorContext.empty().with("stream", wanted.getName()),
                    null);
        }
    }

    private static List<String> differences(StreamConfiguration there, StreamConfiguration wanted) {
        List<String> found = new ArrayList<>();
        if (!there.getSubjects().equals(wanted.getSubjects())) {
            found.add("has the subjects " + there.getSubjects() + ", not " + wanted.getSubjects());
        }
        if (there.getStorageType() != StorageType.File) {
            found.add("keeps events in memory, which a restart loses, not in files");
        }
        if (there.getPersistMode() == PersistMode.Async) {
            found.add("acknowledges events before they are written (persist_mode async), so a crash loses them");
        }
        if (there.getRetentionPolicy() != RetentionPolicy.Limits) {
            found.add("deletes events that were consumed (retention " + there.getRetentionPolicy() + ")");
        }
        boolean limited = there.getMaxMsgs() > 0 || there.getMaxBytes() > 0 || there.getMaxMsgsPerSubject() > 0;
        if (limited && there.getDiscardPolicy() != DiscardPolicy.New) {
            found.add("deletes old events at its limit (discard old)");
        }
        if (!there.getMaxAge().isZero()) {
            found.add("deletes events after " + there.getMaxAge());
        }
        if (!there.getAllowDirect()) {
            found.add("does not allow direct reads");
        }
        if (wanted.getAllowAtomicPublish() && !there.getAllowAtomicPublish()) {
            found.add("does not allow atomic appends (allow_atomic)");
        }
        return found;
    }
}
