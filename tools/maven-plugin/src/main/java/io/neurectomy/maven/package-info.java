/** The goals: each collects its parameters, calls the library and turns the outcome into log lines and one exception. */
@NullMarked
package io.neurectomy.maven;

import org.jspecify.annotations.NullMarked;
