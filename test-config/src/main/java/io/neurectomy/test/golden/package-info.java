/** Texts that a person has read and approved. */
@NullMarked
package io.neurectomy.test.golden;

import org.jspecify.annotations.NullMarked;
