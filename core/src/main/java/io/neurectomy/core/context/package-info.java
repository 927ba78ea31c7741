/**
 * Who asked for what is being done, and because of which request: ids that reach log lines, events and calls without being
 * passed through every method, and that can be carried to other threads.
 */
@NullMarked
package io.neurectomy.core.context;

import org.jspecify.annotations.NullMarked;
