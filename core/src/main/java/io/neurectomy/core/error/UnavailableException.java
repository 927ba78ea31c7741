package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** A service could not be reached or refused to work just now. Nothing was done. */
public non-sealed class UnavailableException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public UnavailableException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 503;
    }

    @Override
    public final String title() {
        return "Unavailable";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.SAFE;
    }
}
