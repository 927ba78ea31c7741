package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** It is not known who calls. Credentials are missing, expired or wrong. */
public non-sealed class UnauthenticatedException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public UnauthenticatedException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 401;
    }

    @Override
    public final String title() {
        return "Not authenticated";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.NEVER;
    }
}
