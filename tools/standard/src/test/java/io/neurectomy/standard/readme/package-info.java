/** The Java of the README, so that it is compiled and run. */
@NullMarked
package io.neurectomy.standard.readme;

import org.jspecify.annotations.NullMarked;
