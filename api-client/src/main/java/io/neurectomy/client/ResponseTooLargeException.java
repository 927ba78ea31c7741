package io.neurectomy.client;

import java.io.IOException;

/** A body longer than the caller takes. A transport throws it, for then the request is not repeated. */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param limit how many bytes are taken
     */
    public ResponseTooLargeException(long limit) {
        super("the body is longer than " + limit + " bytes");
    }
}
