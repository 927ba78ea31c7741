@NullMarked
package io.neurectomy.standard.fix;

import org.jspecify.annotations.NullMarked;
