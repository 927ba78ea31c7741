/** Packages generated code as the people of other languages install it: an npm tarball, a Rust crate, a Python wheel. */
@NullMarked
package io.neurectomy.codegen.distribution;

import org.jspecify.annotations.NullMarked;
