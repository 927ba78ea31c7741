/** Client of NEURECTOMY's API; {@link io.neurectomy.client.NeurectomyClient} is where to begin. */
@NullMarked
package io.neurectomy.client;

import org.jspecify.annotations.NullMarked;
