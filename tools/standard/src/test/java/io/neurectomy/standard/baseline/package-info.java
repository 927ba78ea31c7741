@NullMarked
package io.neurectomy.standard.baseline;

import org.jspecify.annotations.NullMarked;
