/** Orders. */
@NullMarked
package com.acme.orders;

import org.jspecify.annotations.NullMarked;
