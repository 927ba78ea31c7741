/** What the exported packages share; promised to nobody. */
@NullMarked
package io.neurectomy.core.internal;

import org.jspecify.annotations.NullMarked;
