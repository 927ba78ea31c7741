/** Tests of what an audit says. */
@NullMarked
package io.neurectomy.standard.report;

import org.jspecify.annotations.NullMarked;
