/** Generates source code from JSON Schema: read, resolve, model, name, emit. */
@NullMarked
package io.neurectomy.codegen;

import org.jspecify.annotations.NullMarked;
