/** What takes effect by being there; promised to nobody. */
@NullMarked
package io.neurectomy.test.internal;

import org.jspecify.annotations.NullMarked;
