/** Regular expressions of ECMA-262, which JSON Schema uses: read into a tree, and written in the dialects of the target languages. */
@NullMarked
package io.neurectomy.codegen.pattern;

import org.jspecify.annotations.NullMarked;
