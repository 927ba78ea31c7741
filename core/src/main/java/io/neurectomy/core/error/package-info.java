/**
 * The errors that NEURECTOMY's services throw and send: a sealed set of categories, each with a stable code, a context
 * and an answer to whether a retry makes sense, and their two forms on the wire.
 */
@NullMarked
package io.neurectomy.core.error;

import org.jspecify.annotations.NullMarked;
