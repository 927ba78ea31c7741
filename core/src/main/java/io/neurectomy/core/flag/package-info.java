/** Feature flags: a closed set, read strictly and once, with the reason for each value. */
@NullMarked
package io.neurectomy.core.flag;

import org.jspecify.annotations.NullMarked;
