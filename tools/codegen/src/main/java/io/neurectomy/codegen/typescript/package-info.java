/** Writes a model as TypeScript: readonly types, and functions that read and write them without a library. */
@NullMarked
package io.neurectomy.codegen.typescript;

import org.jspecify.annotations.NullMarked;
