/** Tests of the goals on plain objects. */
@NullMarked
package io.neurectomy.maven;

import org.jspecify.annotations.NullMarked;
