package io.neurectomy.core.event.internal;

import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.event.Append;
import io.neurectomy.core.event.EventCodec;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.core.event.Expected;
import io.neurectomy.core.event.InvalidEventException;
import io.neurectomy.core.event.Revision;
import io.neurectomy.types.EventMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of an append that is about one aggregate, checked and encoded before anything is sent.
 *
 * @param aggregateId the aggregate, whose id is valid
 * @param expected the revision that it must have
 * @param events at least one, with distinct ids
 */
public record Batch(String aggregateId, Expected expected, List<Encoded> events) {

    /**
     * An event as it is stored.
     *
     * @param id its id
     * @param type its type
     * @param schemaVersion the version of its schema
     * @param metadata where it comes from
     * @param json the whole event
     */
    @SuppressWarnings("ArrayRecordComponent") // Written once, sent once, compared by nobody.
    public record Encoded(String id, String type, long schemaVersion, EventMetadata metadata, byte[] json) {}

    /**
     * Checks and encodes.
     *
     * @param codec writes the events
     * @param appends what is to be appended
     * @param <E> the union of the events
     * @return a batch for each
     * @throws InvalidEventException if an event is refused
     * @throws IllegalArgumentException if there is nothing to append, an append is about several aggregates, or an aggregate
     *     or event appears twice
     */
    public static <E> List<Batch> of(EventCodec<E> codec, List<Append<E>> appends) {
        Set<String> aggregates = new HashSet<>();
        Set<String> ids = new HashSet<>();
        List<Batch> batches = new ArrayList<>();
        for (Append<E> append : appends) {
            Batch batch = of(codec, append);
            if (!aggregates.add(batch.aggregateId())) {
                throw new IllegalArgumentException("[append] aggregate " + batch.aggregateId()
                        + ": is named twice. Put its events into one append.");
            }
            for (Encoded event : batch.events()) {
                if (!ids.add(event.id())) {
                    throw new IllegalArgumentException(
                            "[append] event " + event.id() + ": is there twice. Give each event an id of its own.");
                }
            }
            batches.add(batch);
        }
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("[append] nothing: an append without events does nothing. Pass one.");
        }
        return batches;
    }

    private static <E> Batch of(EventCodec<E> codec, Append<E> append) {
        EventKind<E> kind = codec.kind();
        String aggregateId = kind.aggregateId(append.events().get(0));
        List<Encoded> events = new ArrayList<>();
        for (E event : append.events()) {
            if (!kind.aggregateId(event).equals(aggregateId)) {
                throw new IllegalArgumentException("[append] event " + kind.id(event) + ": belongs to aggregate "
                        + kind.aggregateId(event) + " and not to " + aggregateId + ". Append it by itself.");
            }
            byte[] json = codec.encode(event);
            events.add(new Encoded(
                    kind.id(event), kind.type(event), kind.schemaVersion(event), kind.metadata(event), json));
        }
        return new Batch(aggregateId, append.expected(), List.copyOf(events));
    }

    /**
     * Says whether the aggregate is as it is expected.
     *
     * @param actual its revision
     * @return whether the events may be appended
     */
    public boolean allows(Revision actual) {
        if (expected instanceof Expected.Exact exact) {
            return exact.revision().equals(actual);
        }
        return expected instanceof Expected.Any || actual.version() > 0;
    }

    /**
     * Says whether events that are recorded already may be those of an earlier attempt.
     *
     * @param before the version before the first of them
     * @return whether the expectation held then
     */
    public boolean allowedAfter(long before) {
        if (expected instanceof Expected.Exact exact) {
            return exact.version() == before;
        }
        return expected instanceof Expected.Any || before > 0;
    }

    /**
     * Refuses an event whose id another aggregate's event has.
     *
     * @param id the id
     * @param owner the other aggregate
     * @return the exception
     */
    public InvalidEventException taken(String id, String owner) {
        return new InvalidEventException(
                "EVENT_ID_TAKEN",
                "event " + id + " of aggregate " + aggregateId + ": is recorded as an event of aggregate " + owner
                        + ". Give each event an id of its own.",
                ErrorContext.empty().with("eventId", id),
                null);
    }
}
