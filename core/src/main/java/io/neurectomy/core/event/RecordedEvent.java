package io.neurectomy.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that a store has recorded. Its content is read when it is asked for, if the codec's
 * {@link UnknownEventPolicy} allows that, else it has been read before. Safe for use by several threads.
 *
 * @param <E> the union of the events
 */
public final class RecordedEvent<E> {

    private final StoredEvent stored;
    private final EventCodec<E> codec;
    private volatile @Nullable E event;

    RecordedEvent(StoredEvent stored, EventCodec<E> codec, @Nullable E event) {
        this.stored = stored;
        this.codec = codec;
        this.event = event;
    }

    /**
     * Returns the event.
     *
     * @return the event, upcast to the current version of its schema
     * @throws UnreadableEventException if this program can't read it
     */
    public E event() {
        @Nullable E known = event;
        if (known == null) {
            known = codec.decode(stored);
            event = known;
        }
        return known;
    }

    /**
     * Returns the event as it was written, for types that this program does not know.
     *
     * @return the JSON, not upcast; a new tree each time
     * @throws UnreadableEventException if it is no JSON object
     */
    public ObjectNode json() {
        return codec.tree(stored);
    }

    /**
     * Returns the aggregate that it belongs to.
     *
     * @return the id of the aggregate
     */
    public String aggregateId() {
        return stored.aggregateId();
    }

    /**
     * Returns its place in the aggregate and in the stream.
     *
     * @return the revision of the aggregate after this event
     */
    public Revision revision() {
        return stored.revision();
    }

    /**
     * Returns when the store recorded it. When it happened is in the event itself.
     *
     * @return a time of the store's clock
     */
    public Instant recordedAt() {
        return stored.recordedAt();
    }

    /**
     * Returns its id.
     *
     * @return the text of a UUID
     */
    public String id() {
        return stored.id();
    }

    /**
     * Returns the type that it was written with.
     *
     * @return such as {@code AGENT_CREATED}
     */
    public String type() {
        return stored.type();
    }

    /**
     * Returns the version of the schema that it was written with.
     *
     * @return at least 1
     */
    public long schemaVersion() {
        return stored.schemaVersion();
    }

    /**
     * Returns what stands in a log.
     *
     * @return type, id and place
     */
    @Override
    public String toString() {
        return stored.type() + " " + stored.id() + " of " + stored.aggregateId() + " at " + stored.revision();
    }
}
