/** New modules of a repository that conform from their first build. */
@NullMarked
package io.neurectomy.standard.module;

import org.jspecify.annotations.NullMarked;
