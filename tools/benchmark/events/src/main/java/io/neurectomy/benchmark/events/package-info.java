/** The event store beside the bare client of NATS. */
@NullMarked
package io.neurectomy.benchmark.events;

import org.jspecify.annotations.NullMarked;
