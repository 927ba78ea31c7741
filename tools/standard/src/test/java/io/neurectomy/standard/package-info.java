/** Tests of the rules by their cases, and of what reads a repository. */
@NullMarked
package io.neurectomy.standard;

import org.jspecify.annotations.NullMarked;
