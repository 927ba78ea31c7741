@NullMarked
package io.neurectomy.integration;

import org.jspecify.annotations.NullMarked;
