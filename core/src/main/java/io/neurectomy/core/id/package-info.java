/** Time-ordered UUIDs after RFC 9562 and the typed ids that are made of them. */
@NullMarked
package io.neurectomy.core.id;

import org.jspecify.annotations.NullMarked;
