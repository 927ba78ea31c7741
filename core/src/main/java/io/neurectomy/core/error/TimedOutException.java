package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** No answer came in time or the connection broke, so that it is not known whether the call took effect. */
public non-sealed class TimedOutException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public TimedOutException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 504;
    }

    @Override
    public final String title() {
        return "Timed out";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.IF_IDEMPOTENT;
    }
}
