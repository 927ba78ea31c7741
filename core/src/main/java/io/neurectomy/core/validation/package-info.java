/** JSON held to the schemas that it is exchanged by: every error at once, with its place, and nothing fetched. */
@NullMarked
package io.neurectomy.core.validation;

import org.jspecify.annotations.NullMarked;
