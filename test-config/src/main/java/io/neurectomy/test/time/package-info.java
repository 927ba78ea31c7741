/** Time that a test decides about. */
@NullMarked
package io.neurectomy.test.time;

import org.jspecify.annotations.NullMarked;
