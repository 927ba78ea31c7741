@NullMarked
package io.neurectomy.standard.adopt;

import org.jspecify.annotations.NullMarked;
