package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** The state of what is to be changed does not allow the change: someone else was faster, or it is in another
 * state. The caller must read the state and decide anew; the same call would fail again. */
public non-sealed class ConflictException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public ConflictException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 409;
    }

    @Override
    public final String title() {
        return "Conflict";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.NEVER;
    }
}
