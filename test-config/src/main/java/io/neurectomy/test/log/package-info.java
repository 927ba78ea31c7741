/** Log lines of a test as values: {@link io.neurectomy.test.log.LogCapture} as a parameter of a test method. */
@NullMarked
package io.neurectomy.test.log;

import org.jspecify.annotations.NullMarked;
