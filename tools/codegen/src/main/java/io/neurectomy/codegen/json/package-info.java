/** Reads JSON with the place of every value: the first phase of the generator. */
@NullMarked
package io.neurectomy.codegen.json;

import org.jspecify.annotations.NullMarked;
