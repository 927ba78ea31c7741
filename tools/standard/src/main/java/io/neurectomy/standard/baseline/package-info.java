/** The violations that a repository had when it adopted the standard. */
@NullMarked
package io.neurectomy.standard.baseline;

import org.jspecify.annotations.NullMarked;
