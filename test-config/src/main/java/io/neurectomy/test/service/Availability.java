package io.neurectomy.test.service;

import java.net.URI;

/** What became of looking for a service. */
sealed interface Availability {
    /** It is there. */
    record Available(URI url) implements Availability {}

    /** It can't be had here: a reason to skip, or to fail where services are required. */
    record Missing(String reason, String remedy) implements Availability {}

    /** It was named and does not answer: always a reason to fail. */
    record Dead(String reason, String remedy) implements Availability {}
}
