/** With starters. */
@NullMarked
package com.acme.starters;

import org.jspecify.annotations.NullMarked;
