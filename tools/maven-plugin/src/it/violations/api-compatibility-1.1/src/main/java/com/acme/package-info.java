/** Loses a method. */
@NullMarked
package com.acme;

import org.jspecify.annotations.NullMarked;
