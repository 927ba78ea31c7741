/** Checkstyle rules of the NEURECTOMY build standard: one rule file and the checks that Checkstyle itself lacks. */
@NullMarked
package io.neurectomy.checkstyle;

import org.jspecify.annotations.NullMarked;
