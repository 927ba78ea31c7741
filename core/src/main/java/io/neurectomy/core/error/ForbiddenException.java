package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** The caller is known and may not do this. */
public non-sealed class ForbiddenException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public ForbiddenException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 403;
    }

    @Override
    public final String title() {
        return "Forbidden";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.NEVER;
    }
}
