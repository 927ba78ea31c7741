/**
 * Random JSON documents from a JSON Schema: valid ones with the edge cases first, invalid ones that differ from a valid
 * one in a single place, and tests that run over them.
 */
@NullMarked
package io.neurectomy.test.schema;

import org.jspecify.annotations.NullMarked;
