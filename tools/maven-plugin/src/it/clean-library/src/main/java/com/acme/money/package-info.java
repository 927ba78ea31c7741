/** Money. */
@NullMarked
package com.acme.money;

import org.jspecify.annotations.NullMarked;
