/** Writes a model as Python: pydantic 2 models that {@code mypy --strict} accepts. */
@NullMarked
package io.neurectomy.codegen.python;

import org.jspecify.annotations.NullMarked;
