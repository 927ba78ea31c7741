package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.internal.QuotedText;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.ContainerEvent;
import io.neurectomy.types.EventMetadata;
import io.neurectomy.types.WorkflowEvent;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of aggregate with its events, subjects and stream. All events of a kind share one stream, so that an append to
 * several aggregates of the kind can be atomic.
 *
 * @param <E> the union of its events, as generated
 */
public final class EventKind<E> {

    /** The events of agents, on {@code neurectomy.agents.{agentId}.events}. */
    public static final EventKind<AgentEvent> AGENTS = new EventKind<>(
            "agents",
            "AGENT",
            AgentEvent.class,
            Set.of("AGENT_CREATED", "AGENT_STARTED", "AGENT_STOPPED", "AGENT_ERROR"),
            new Members<>(
                    AgentEvent::id,
                    AgentEvent::agentId,
                    AgentEvent::type,
                    AgentEvent::schemaVersion,
                    AgentEvent::metadata));

    /** The events of workflows, on {@code neurectomy.workflows.{workflowId}.events}. */
    public static final EventKind<WorkflowEvent> WORKFLOWS = new EventKind<>(
            "workflows",
            "WORKFLOW",
            WorkflowEvent.class,
            Set.of("WORKFLOW_CREATED", "WORKFLOW_STARTED", "WORKFLOW_COMPLETED", "WORKFLOW_FAILED"),
            new Members<>(
                    WorkflowEvent::id,
                    WorkflowEvent::workflowId,
                    WorkflowEvent::type,
                    WorkflowEvent::schemaVersion,
                    WorkflowEvent::metadata));

    /** The events of containers, on {@code neurectomy.containers.{containerId}.events}. */
    public static final EventKind<ContainerEvent> CONTAINERS = new EventKind<>(
            "containers",
            "CONTAINER",
            ContainerEvent.class,
            Set.of("CONTAINER_CREATED", "CONTAINER_STARTED", "CONTAINER_EXITED"),
            new Members<>(
                    ContainerEvent::id,
                    ContainerEvent::containerId,
                    ContainerEvent::type,
                    ContainerEvent::schemaVersion,
                    ContainerEvent::metadata));

    // What is one token of a subject and a key of a key-value bucket as well, whatever the server's version.
    private static final int LONGEST_AGGREGATE_ID = 64;
    private static final long SCHEMA_VERSION = 1;

    private final String name;
    private final String streamPrefix;
    private final Class<E> eventClass;
    private final Set<String> types;
    private final Members<E> members;

    private EventKind(String name, String streamPrefix, Class<E> eventClass, Set<String> types, Members<E> members) {
        this.name = name;
        this.streamPrefix = "NEURECTOMY_" + streamPrefix.toUpperCase(Locale.ROOT);
        this.eventClass = eventClass;
        this.types = types;
        this.members = members;
    }

    /** What every event of a kind has; the generated unions share no interface. */
    private record Members<E>(
            Function<E, String> id,
            Function<E, String> aggregateId,
            Function<E, String> type,
            ToLongFunction<E> schemaVersion,
            Function<E, EventMetadata> metadata) {}

    /**
     * Returns the name of the kind, as subjects have it.
     *
     * @return {@code agents}, {@code workflows} or {@code containers}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the name of the stream that holds the events.
     *
     * @return such as {@code NEURECTOMY_AGENT_EVENTS}
     */
    public String stream() {
        return streamPrefix + "_EVENTS";
    }

    /**
     * Returns the name of the stream that holds the events which a projection could not handle.
     *
     * @return such as {@code NEURECTOMY_AGENT_DEAD_LETTERS}
     */
    public String deadLetterStream() {
        return streamPrefix + "_DEAD_LETTERS";
    }

    /**
     * Returns the name of the bucket that holds the snapshots.
     *
     * @return such as {@code NEURECTOMY_AGENT_SNAPSHOTS}
     */
    public String snapshotBucket() {
        return streamPrefix + "_SNAPSHOTS";
    }

    /**
     * Returns the subjects of all aggregates.
     *
     * @return such as {@code neurectomy.agents.*.events}
     */
    public String subjects() {
        return "neurectomy." + name + ".*.events";
    }

    /**
     * Returns the subject of one aggregate's events.
     *
     * @param aggregateId the id of the aggregate
     * @return such as {@code neurectomy.agents.019c13ec-9e00-7123-9004-8d159e26af37.events}
     * @throws InvalidEventException with the code {@code INVALID_AGGREGATE_ID} if the id is not 1 to 64 letters, digits,
     *     {@code -} and {@code _}: with a dot, a wildcard or a blank it would name other subjects or none
     */
    public String subject(String aggregateId) {
        return "neurectomy." + name + "." + checkedId(aggregateId) + ".events";
    }

    /**
     * Returns the subject on which one aggregate takes commands. They are requests and never part of the event stream.
     *
     * @param aggregateId the id of the aggregate
     * @return such as {@code neurectomy.agents.019c13ec-9e00-7123-9004-8d159e26af37.commands}
     * @throws InvalidEventException as {@link #subject(String)} does
     */
    public String commandSubject(String aggregateId) {
        return "neurectomy." + name + "." + checkedId(aggregateId) + ".commands";
    }

    /** By hand: as a pattern it was a quarter of what the store adds to an append. */
    private static boolean isAggregateId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_AGGREGATE_ID;
    }

    private static String checkedId(String aggregateId) {
        if (!isAggregateId(aggregateId)) {
            throw new InvalidEventException(
                    "INVALID_AGGREGATE_ID",
                    QuotedText.of(aggregateId) + ": is no id of an aggregate. Use 1 to 64 letters, digits, - and _.",
                    ErrorContext.empty().with("aggregateId", aggregateId),
                    null);
        }
        return aggregateId;
    }

    /**
     * Returns the class of the events.
     *
     * @return the generated union
     */
    public Class<E> eventClass() {
        return eventClass;
    }

    /**
     * Returns the types of events that this program knows.
     *
     * @return such as {@code AGENT_CREATED}
     */
    public Set<String> types() {
        return types;
    }

    /**
     * Returns the version of the schema that this program writes and reads without an {@link Upcaster}.
     *
     * @return the version, at least 1
     */
    public long schemaVersion() {
        return SCHEMA_VERSION;
    }

    /**
     * Returns the id of an event.
     *
     * @param event an event
     * @return the text of a UUID
     */
    public String id(E event) {
        return members.id().apply(event);
    }

    /**
     * Returns the aggregate that an event belongs to.
     *
     * @param event an event
     * @return the id of the aggregate, unchecked
     */
    public String aggregateId(E event) {
        return members.aggregateId().apply(event);
    }

    /**
     * Returns the type of an event.
     *
     * @param event an event
     * @return such as {@code AGENT_CREATED}
     */
    public String type(E event) {
        return members.type().apply(event);
    }

    /**
     * Returns the version of the schema of an event.
     *
     * @param event an event
     * @return the version, at least 1
     */
    public long schemaVersion(E event) {
        return members.schemaVersion().applyAsLong(event);
    }

    /**
     * Returns where an event comes from.
     *
     * @param event an event
     * @return its metadata
     */
    public EventMetadata metadata(E event) {
        return members.metadata().apply(event);
    }

    /**
     * Returns the name.
     *
     * @return {@link #name()}
     */
    @Override
    public String toString() {
        return name;
    }
}
