/**
 * Event sourcing: events are appended to an aggregate under an expected revision, read back in order, replayed, followed
 * live and projected. {@link io.neurectomy.core.event.EventStore} is what stores have in common.
 */
@NullMarked
package io.neurectomy.core.event;

import org.jspecify.annotations.NullMarked;
