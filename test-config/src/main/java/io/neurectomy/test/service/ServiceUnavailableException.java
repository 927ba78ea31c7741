package io.neurectomy.test.service;

/** Says that a service which a test needs can't be had, where that is a failure. */
public final class ServiceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceUnavailableException(String message) {
        super(message);
    }
}
