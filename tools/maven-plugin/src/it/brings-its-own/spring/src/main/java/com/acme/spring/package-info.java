/** With Spring. */
@NullMarked
package com.acme.spring;

import org.jspecify.annotations.NullMarked;
