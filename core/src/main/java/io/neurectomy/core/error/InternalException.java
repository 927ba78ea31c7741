package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/**
 * An error that the caller can do nothing about: a mistake in the program, or stored data that can't be read because it is
 * damaged, incomplete or written by a newer program.
 */
public non-sealed class InternalException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    private static final ErrorCode INTERNAL = new ErrorCode("INTERNAL_ERROR");

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public InternalException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    static InternalException causedBy(Throwable cause) {
        return new InternalException(
                INTERNAL,
                "service: failed for a reason of its own. Report it with the correlation id.",
                ErrorContext.empty(),
                cause);
    }

    @Override
    public final int status() {
        return 500;
    }

    @Override
    public final String title() {
        return "Internal error";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.NEVER;
    }
}
