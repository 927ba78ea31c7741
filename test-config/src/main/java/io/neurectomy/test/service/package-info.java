/**
 * Real services in tests: the one that a URL names, else a container, else a loud skip on a laptop and a failure in CI.
 */
@NullMarked
package io.neurectomy.test.service;

import org.jspecify.annotations.NullMarked;
