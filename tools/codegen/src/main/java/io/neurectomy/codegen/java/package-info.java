/** Writes a model as Java 17: records, sealed interfaces and enums that Jackson reads and writes. */
@NullMarked
package io.neurectomy.codegen.java;

import org.jspecify.annotations.NullMarked;
