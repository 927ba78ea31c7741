/** Writes a model as Rust: structs and enums for serde, without a crate of ours. */
@NullMarked
package io.neurectomy.codegen.rust;

import org.jspecify.annotations.NullMarked;
