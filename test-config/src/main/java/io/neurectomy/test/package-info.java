/** Defaults for JUnit that a test names itself: so far the generator of display names. */
@NullMarked
package io.neurectomy.test;

import org.jspecify.annotations.NullMarked;
