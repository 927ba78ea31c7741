package io.neurectomy.core.event;

import java.time.Instant;

/**
 * An event as a store holds it, before anything of its content was read.
 *
 * @param aggregateId the aggregate that it belongs to
 * @param revision its place
 * @param recordedAt when the store recorded it, by the store's clock
 * @param id the id of the event
 * @param type the type that it was written with
 * @param schemaVersion the version of the schema that it was written with
 * @param json the whole event, which must not be changed
 */
// An array and not a copy of one: it is the content of a message, read once, and copying it would cost more than the
// rest.
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record StoredEvent(
        String aggregateId,
        Revision revision,
        Instant recordedAt,
        String id,
        String type,
        long schemaVersion,
        byte[] json) {}
