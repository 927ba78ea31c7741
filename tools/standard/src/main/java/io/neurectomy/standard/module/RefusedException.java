package io.neurectomy.standard.module;

/** Thrown when something asked for can't be done; nothing has changed then. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message {@code [rule-id] where: what is wrong. What to do.}
     */
    public RefusedException(String message) {
        super(message);
    }
}
