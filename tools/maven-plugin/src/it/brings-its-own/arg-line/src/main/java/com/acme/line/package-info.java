/** With JVM arguments. */
@NullMarked
package com.acme.line;

import org.jspecify.annotations.NullMarked;
