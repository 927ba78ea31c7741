package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.internal.QuotedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events as JSON and reads them back, also those of older versions. Immutable.
 *
 * @param <E> the union of the events
 */
public final class EventCodec<E> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventKind<E> kind;
    private final Map<Version, Upcaster> upcasters;
    private final List<EventValidator> validators;
    private final UnknownEventPolicy unknown;

    private EventCodec(Builder<E> builder) {
        this.kind = builder.kind;
        this.upcasters = Map.copyOf(builder.upcasters);
        this.validators = List.copyOf(builder.validators);
        this.unknown = builder.unknown;
    }

    private record Version(String type, long number) {}

    /**
     * Returns a codec without upcasters and validators that fails on unknown events.
     *
     * @param kind the kind of the events
     * @param <E> the union of the events
     * @return the codec
     */
    public static <E> EventCodec<E> of(EventKind<E> kind) {
        return builder(kind).build();
    }

    /**
     * Returns a builder of a codec.
     *
     * @param kind the kind of the events
     * @param <E> the union of the events
     * @return the builder
     */
    public static <E> Builder<E> builder(EventKind<E> kind) {
        return new Builder<>(kind);
    }

    /**
     * Returns the kind of the events.
     *
     * @return the kind
     */
    public EventKind<E> kind() {
        return kind;
    }

    /**
     * Writes an event that is to be appended.
     *
     * @param event the event
     * @return its JSON in UTF-8
     * @throws InvalidEventException if its version is not the current one, its aggregate's id is not valid, or a validator
     *     has found violations, all of which it names
     */
    public byte[] encode(E event) {
        kind.subject(kind.aggregateId(event));
        if (kind.schemaVersion(event) != kind.schemaVersion()) {
            throw invalid(
                    event,
                    List.of("/schemaVersion: is " + kind.schemaVersion(event) + ", but this program writes "
                            + kind.schemaVersion()));
        }
        byte[] json = JSON.writeValueAsBytes(event);
        if (!validators.isEmpty()) {
            JsonNode tree = JSON.readTree(json);
            List<String> violations = new ArrayList<>();
            validators.forEach(validator ->
                    violations.addAll(validator.violations(kind.type(event), kind.schemaVersion(event), tree)));
            if (!violations.isEmpty()) {
                throw invalid(event, violations);
            }
        }
        return json;
    }

    private InvalidEventException invalid(E event, List<String> violations) {
        return new InvalidEventException(
                "INVALID_EVENT",
                "event " + kind.id(event) + " of type " + kind.type(event) + ": " + String.join("; ", violations)
                        + ". Correct the event.",
                ErrorContext.empty().with("violations", violations),
                null);
    }

    /**
     * Reads what a store holds, as far as the policy for unknown events asks.
     *
     * @param stored the event
     * @return the event, or nothing if it is unknown and to be skipped
     * @throws UnreadableEventException if it is unknown and that is a failure, or broken
     */
    public Optional<RecordedEvent<E>> read(StoredEvent stored) {
        if (unknown == UnknownEventPolicy.RAW) {
            return Optional.of(new RecordedEvent<>(stored, this, null));
        }
        @Nullable E event = find(stored);
        if (event == null) {
            if (unknown == UnknownEventPolicy.SKIP) {
                return Optional.empty();
            }
            throw unknown(stored);
        }
        return Optional.of(new RecordedEvent<>(stored, this, event));
    }

    E decode(StoredEvent stored) {
        @Nullable E event = find(stored);
        if (event == null) {
            throw unknown(stored);
        }
        return event;
    }

    private @Nullable E find(StoredEvent stored) {
        try {
            if (stored.schemaVersion() == kind.schemaVersion() && kind.types().contains(stored.type())) {
                return JSON.readValue(stored.json(), kind.eventClass());
            }
            @Nullable ObjectNode current = upcast(stored);
            return current == null ? null : JSON.treeToValue(current, kind.eventClass());
        } catch (JacksonException | IllegalArgumentException e) {
            throw broken(stored, e);
        }
    }

    private @Nullable ObjectNode upcast(StoredEvent stored) {
        Version version = new Version(stored.type(), stored.schemaVersion());
        @Nullable Upcaster upcaster = upcasters.get(version);
        if (upcaster == null) {
            return null;
        }
        ObjectNode event = tree(stored);
        while (upcaster != null) {
            event = upcaster.upcast(event);
            version = new Version(event.path("type").asString(version.type()), version.number() + 1);
            event.put("schemaVersion", version.number());
            upcaster = upcasters.get(version);
        }
        return version.number() == kind.schemaVersion() && kind.types().contains(version.type()) ? event : null;
    }

    ObjectNode tree(StoredEvent stored) {
        try {
            if (JSON.readTree(stored.json()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw broken(stored, e);
        }
        throw broken(stored, null);
    }

    private UnreadableEventException broken(StoredEvent stored, @Nullable Exception cause) {
        return new UnreadableEventException(
                "BROKEN_EVENT",
                place(stored) + ": its JSON is not valid for its type"
                        + (cause == null ? "" : " (" + firstLine(cause) + ")")
                        + ". Find out who wrote it; what is recorded can't be changed.",
                ErrorContext.empty().with("sequence", stored.revision().sequence()),
                cause);
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private UnreadableEventException unknown(StoredEvent stored) {
        boolean newer =
                stored.schemaVersion() > kind.schemaVersion() && kind.types().contains(stored.type());
        return new UnreadableEventException(
                newer ? "NEWER_EVENT_VERSION" : "UNKNOWN_EVENT_TYPE",
                place(stored) + ": has the type " + QuotedText.of(stored.type()) + " in version "
                        + stored.schemaVersion()
                        + ", which this program can't read. "
                        + (newer ? "Update the program." : "Update the program, add an upcaster, or skip such events."),
                ErrorContext.empty()
                        .with("type", stored.type())
                        .with("schemaVersion", stored.schemaVersion())
                        .with("sequence", stored.revision().sequence()),
                null);
    }

    private String place(StoredEvent stored) {
        return kind.stream() + ", sequence " + stored.revision().sequence();
    }

    /**
     * Makes an {@link EventCodec}. For one thread.
     *
     * @param <E> the union of the events
     */
    public static final class Builder<E> {

        private final EventKind<E> kind;
        private final Map<Version, Upcaster> upcasters = new HashMap<>();
        private final List<EventValidator> validators = new ArrayList<>();
        private UnknownEventPolicy unknown = UnknownEventPolicy.FAIL;

        private Builder(EventKind<E> kind) {
            this.kind = kind;
        }

        /**
         * Adds the step from one version to the next. Steps are chained until there is no further one.
         *
         * @param type the type of the events
         * @param fromVersion the version that the step reads; a removed or renamed type may be read at any version
         * @param upcaster the step
         * @return this
         * @throws IllegalArgumentException if there is such a step already
         */
        public Builder<E> upcaster(String type, long fromVersion, Upcaster upcaster) {
            if (upcasters.put(new Version(type, fromVersion), upcaster) != null) {
                throw new IllegalArgumentException("[upcaster] " + QuotedText.of(type) + " version " + fromVersion
                        + ": has two upcasters. Remove one.");
            }
            return this;
        }

        /**
         * Adds a check of each event that is to be appended.
         *
         * @param validator the check
         * @return this
         */
        public Builder<E> validator(EventValidator validator) {
            validators.add(validator);
            return this;
        }

        /**
         * Sets what happens to events of unknown types and newer versions.
         *
         * @param policy the policy; {@link UnknownEventPolicy#FAIL} if never set
         * @return this
         */
        public Builder<E> unknownEvents(UnknownEventPolicy policy) {
            unknown = policy;
            return this;
        }

        /**
         * Makes the codec.
         *
         * @return the codec
         */
        public EventCodec<E> build() {
            return new EventCodec<>(this);
        }
    }
}
