/** Tells by the meaning of two schemas, not by their text, whom a change breaks. */
@NullMarked
package io.neurectomy.codegen.compatibility;

import org.jspecify.annotations.NullMarked;
