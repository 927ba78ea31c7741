package io.neurectomy.core.event;

/**
 * What an append led to.
 *
 * @param revision the revision of the last event appended
 * @param deduplicated whether the events had been recorded already, by an earlier attempt
 */
public record AppendResult(Revision revision, boolean deduplicated) {}
