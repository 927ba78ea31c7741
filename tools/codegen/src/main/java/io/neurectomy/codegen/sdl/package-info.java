/** Reads GraphQL SDL into the graph of schemas that JSON Schema is read into. */
@NullMarked
package io.neurectomy.codegen.sdl;

import org.jspecify.annotations.NullMarked;
