/** Writes reference documentation. */
@NullMarked
package io.neurectomy.codegen.markdown;

import org.jspecify.annotations.NullMarked;
