/** The rules, one class each; each has its documentation in a Markdown file of its id beside it. */
@NullMarked
package io.neurectomy.standard.rule;

import org.jspecify.annotations.NullMarked;
