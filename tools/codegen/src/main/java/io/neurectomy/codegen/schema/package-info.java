/**
 * Schemas without references: the second phase reads drafts 04 to 2020-12 into one graph in which every
 * {@code $ref}, {@code $anchor} and {@code $dynamicRef} is an edge, and nothing depends on the draft any more.
 */
@NullMarked
package io.neurectomy.codegen.schema;

import org.jspecify.annotations.NullMarked;
