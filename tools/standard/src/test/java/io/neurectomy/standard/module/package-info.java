@NullMarked
package io.neurectomy.standard.module;

import org.jspecify.annotations.NullMarked;
