/** The timestamps of the wire format: RFC 3339 in UTC. */
@NullMarked
package io.neurectomy.core.time;

import org.jspecify.annotations.NullMarked;
