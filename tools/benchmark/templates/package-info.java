/** Holds the sample types of one module. */
@NullMarked
package __package__;

import org.jspecify.annotations.NullMarked;
