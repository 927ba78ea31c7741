/**
 * What a repository that conforms to the standard is: the repository as a value, the rules, their findings and reports.
 */
@NullMarked
package io.neurectomy.standard;

import org.jspecify.annotations.NullMarked;
