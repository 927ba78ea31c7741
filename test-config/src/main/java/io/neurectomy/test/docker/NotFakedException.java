package io.neurectomy.test.docker;

/** Says that a client asked for something which Docker has and the fake has not. */
final class NotFakedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFakedException(String what) {
        super(what);
    }
}
