package io.neurectomy.core.event;

/**
 * An event that a projection could not handle.
 *
 * @param aggregateId the aggregate that it belongs to
 * @param sequence its place in the stream of its kind, where it still is
 * @param reason why the last attempt failed
 * @param attempts how many attempts there were
 */
public record DeadLetter(String aggregateId, long sequence, String reason, long attempts) {}
