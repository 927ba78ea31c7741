/** Broken on purpose. */
@NullMarked
package com.acme;

import org.jspecify.annotations.NullMarked;
