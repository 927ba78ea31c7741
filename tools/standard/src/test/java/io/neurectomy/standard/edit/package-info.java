@NullMarked
package io.neurectomy.standard.edit;

import org.jspecify.annotations.NullMarked;
