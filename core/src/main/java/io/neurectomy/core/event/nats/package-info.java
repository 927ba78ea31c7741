/** Event sourcing on NATS JetStream. Needs {@code io.nats:jnats}, which is an optional dependency. */
@NullMarked
package io.neurectomy.core.event.nats;

import org.jspecify.annotations.NullMarked;
