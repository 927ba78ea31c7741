/** The life cycles of agents, workflows and containers: which command leads from which status to which. */
@NullMarked
package io.neurectomy.core.lifecycle;

import org.jspecify.annotations.NullMarked;
