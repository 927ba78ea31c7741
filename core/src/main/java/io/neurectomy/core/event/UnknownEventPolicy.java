package io.neurectomy.core.event;

/** What a reader does with an event of a type or version that this program does not know. */
public enum UnknownEventPolicy {
    /** Fails with {@link UnreadableEventException}: whoever ignores an event may draw wrong conclusions from the others. */
    FAIL,

    /** Leaves it out and tells {@link EventStoreListener#onSkipped}. */
    SKIP,

    /** Hands it out unread: {@link RecordedEvent#json()} has it, {@link RecordedEvent#event()} fails. */
    RAW
}
