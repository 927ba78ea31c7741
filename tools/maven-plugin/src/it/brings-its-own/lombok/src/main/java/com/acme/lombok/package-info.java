/** With Lombok. */
@NullMarked
package com.acme.lombok;

import org.jspecify.annotations.NullMarked;
