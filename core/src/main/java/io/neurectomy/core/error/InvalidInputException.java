package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** The caller sent what can't be accepted. It must send something else. */
public non-sealed class InvalidInputException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public InvalidInputException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 400;
    }

    @Override
    public final String title() {
        return "Invalid input";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.NEVER;
    }
}
