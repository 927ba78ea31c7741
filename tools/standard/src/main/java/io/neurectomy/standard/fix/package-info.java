/** Does the repairs that rules offer, one rule after the other, and takes back what made anything worse. */
@NullMarked
package io.neurectomy.standard.fix;

import org.jspecify.annotations.NullMarked;
