/** Reads files: XML, Markdown, folders. Promised to nobody. */
@NullMarked
package io.neurectomy.standard.internal;

import org.jspecify.annotations.NullMarked;
