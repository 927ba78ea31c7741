/**
 * An HTTP server for tests that answers as it is told, also wrongly: {@link io.neurectomy.test.http.FakeHttpServer} as a
 * parameter of a test method. A request that nobody expects fails the test, and so does an expected one that never comes.
 */
@NullMarked
package io.neurectomy.test.http;

import org.jspecify.annotations.NullMarked;
