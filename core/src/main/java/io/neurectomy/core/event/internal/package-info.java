/** What stores of events share. */
@NullMarked
package io.neurectomy.core.event.internal;

import org.jspecify.annotations.NullMarked;
