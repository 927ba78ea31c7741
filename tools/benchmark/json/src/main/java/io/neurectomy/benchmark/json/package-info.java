/** Measures what generated types cost beside types written by hand. */
@org.jspecify.annotations.NullMarked
package io.neurectomy.benchmark.json;
