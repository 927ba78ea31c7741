/** What makes an existing repository inherit the build parent: the edits of its POMs, and what the baseline records. */
@NullMarked
package io.neurectomy.standard.adopt;

import org.jspecify.annotations.NullMarked;
