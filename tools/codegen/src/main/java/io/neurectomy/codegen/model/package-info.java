/**
 * The types that code is generated for: a closed set of records, the same for every target language. A {@code Declaration}
 * says what a type looks like and, apart from that, which assertions its looks do not decide.
 */
@NullMarked
package io.neurectomy.codegen.model;

import org.jspecify.annotations.NullMarked;
