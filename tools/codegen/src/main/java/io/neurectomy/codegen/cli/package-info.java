/** The command line: {@code generate} and {@code check-compatibility}, for people without Maven. */
@NullMarked
package io.neurectomy.codegen.cli;

import org.jspecify.annotations.NullMarked;
