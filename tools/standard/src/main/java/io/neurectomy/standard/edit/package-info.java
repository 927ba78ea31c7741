/** Changes to files of a repository: POMs edited in place, and several files written together or not at all. */
@NullMarked
package io.neurectomy.standard.edit;

import org.jspecify.annotations.NullMarked;
