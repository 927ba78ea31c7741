/** With arguments. */
@NullMarked
package com.acme.args;

import org.jspecify.annotations.NullMarked;
