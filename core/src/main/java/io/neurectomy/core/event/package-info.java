/**
 * Event sourcing: events are appended to an aggregate under an expected revision, read back in order, replayed, followed
 * live and projected. {@link io.neurectomy.core.event.EventStore} is what stores have in common;
 * {@link io.neurectomy.core.event.Repository} rebuilds aggregates from it.
 */
@NullMarked
package io.neurectomy.core.event;

import org.jspecify.annotations.NullMarked;
