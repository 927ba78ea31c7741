/**
 * A Docker engine in memory for tests of programs that talk to one. What clients see is held to Docker Engine 26.1, API 1.45,
 * whose answers were recorded; nothing runs in the containers.
 */
@NullMarked
package io.neurectomy.test.docker;

import org.jspecify.annotations.NullMarked;
