/** Writes GraphQL SDL. */
@NullMarked
package io.neurectomy.codegen.graphql;

import org.jspecify.annotations.NullMarked;
