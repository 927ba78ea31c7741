package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.internal.QuotedText;
import io.neurectomy.types.EventMetadata;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events that were checked and written as JSON, so that a store only has to keep them. For implementers of
 * {@link EventStore}.
 *
 * @param parts what is appended to each aggregate, at least one part
 */
public record AppendPlan(List<Part> parts) {

    /**
     * Copies the parts.
     *
     * @param parts what is appended to each aggregate
     */
    public AppendPlan {
        parts = List.copyOf(parts);
    }

    /**
     * An event that can be kept.
     *
     * @param id the id of the event
     * @param type its type
     * @param schemaVersion the version of its schema
     * @param metadata where it comes from
     * @param json the whole event, which must not be changed
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // Compared by nobody; a copy of each event would cost as much as writing it.
    public record Encoded(String id, String type, long schemaVersion, EventMetadata metadata, byte[] json) {}

    /**
     * The events of one aggregate.
     *
     * @param aggregateId the aggregate
     * @param expected the revision that it must have
     * @param events the events in their order
     */
    public record Part(String aggregateId, Expected expected, List<Encoded> events) {

        /**
         * Says whether a revision meets the expectation.
         *
         * @param last the last revision of the aggregate
         * @return whether the events may follow it
         */
        public boolean isMetBy(Revision last) {
            if (expected instanceof Expected.Exact exact) {
                return exact.revision().equals(last);
            }
            return expected instanceof Expected.Any || last.version() > 0;
        }

        /**
         * Says whether events that are recorded from a version on stand where this part would have put them.
         *
         * @param version the version of the first one
         * @return whether that follows the expectation; without an exact one, anywhere does
         */
        public boolean isAt(long version) {
            return !(expected instanceof Expected.Exact exact) || version == exact.version() + 1;
        }

        /**
         * Says whether recorded events are those of this part.
         *
         * @param recorded events of the aggregate, the first of which has the version 1
         * @param first the revision of the event with which this part would begin
         * @return whether all ids are the same
         */
        boolean isSame(List<StoredEvent> recorded, Revision first) {
            int begin = Math.toIntExact(first.version()) - 1;
            int end = begin + events.size();
            return end <= recorded.size() && isSame(recorded.subList(begin, end));
        }

        /**
         * Says whether recorded events are those of this part.
         *
         * @param recorded events of the aggregate
         * @return whether all ids are the same
         */
        public boolean isSame(List<StoredEvent> recorded) {
            return recorded.stream()
                    .map(StoredEvent::id)
                    .toList()
                    .equals(events.stream().map(Encoded::id).toList());
        }
    }

    /**
     * Checks and writes events.
     *
     * @param codec writes them
     * @param appends what to append
     * @param <E> the union of the events
     * @return what to keep
     * @throws InvalidEventException if an event is refused
     * @throws IllegalArgumentException if there is nothing to append, a part has events of several aggregates, or two parts
     *     have the same one
     */
    public static <E> AppendPlan of(EventCodec<E> codec, List<Append<E>> appends) {
        if (appends.isEmpty()) {
            throw new IllegalArgumentException("[append] nothing to append. Pass at least one part.");
        }
        Set<String> aggregates = new HashSet<>();
        Set<String> ids = new HashSet<>();
        return new AppendPlan(appends.stream()
                .map(append -> part(codec, append, aggregates, ids))
                .toList());
    }

    private static <E> Part part(EventCodec<E> codec, Append<E> append, Set<String> aggregates, Set<String> ids) {
        EventKind<E> kind = codec.kind();
        String aggregateId = kind.aggregateId(append.events().get(0));
        if (!aggregates.add(aggregateId)) {
            throw new IllegalArgumentException(
                    "[append] aggregate " + QuotedText.of(aggregateId) + ": is in two parts. Put its events into one.");
        }
        List<Encoded> events = append.events().stream()
                .map(event -> {
                    if (!kind.aggregateId(event).equals(aggregateId)) {
                        throw new IllegalArgumentException("[append] event " + kind.id(event) + ": belongs to "
                                + QuotedText.of(kind.aggregateId(event)) + ", the one before to "
                                + QuotedText.of(aggregateId) + ". Make a part for each.");
                    }
                    if (!ids.add(kind.id(event))) {
                        throw new IllegalArgumentException(
                                "[append] event " + kind.id(event) + ": is there twice. Give each event its own id.");
                    }
                    return new Encoded(
                            kind.id(event),
                            kind.type(event),
                            kind.schemaVersion(event),
                            kind.metadata(event),
                            codec.encode(event));
                })
                .toList();
        return new Part(aggregateId, append.expected(), events);
    }

    /**
     * Tells a listener that everything was appended.
     *
     * @param listener the listener
     * @param results the results of the parts
     * @param duration how long it took
     */
    public void tell(EventStoreListener listener, List<AppendResult> results, Duration duration) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            listener.onAppended(
                    part.aggregateId(),
                    part.events().size(),
                    part.events().get(0).metadata(),
                    results.get(i),
                    duration);
        }
    }

    /**
     * Makes the exception for an event whose id another aggregate's event has.
     *
     * @param eventId the id
     * @param aggregateId the aggregate that the new event belongs to
     * @return the exception
     */
    public static InvalidEventException reusedId(String eventId, String aggregateId) {
        return new InvalidEventException(
                "EVENT_ID_REUSED",
                "event " + eventId + " of aggregate " + aggregateId
                        + ": an event of another aggregate has this id. Generate a new one for each event.",
                ErrorContext.empty().with("eventId", eventId).with("aggregateId", aggregateId),
                null);
    }
}
