package io.neurectomy.core.error;

import org.jspecify.annotations.Nullable;

/** What the call needs, this program or the service behind it can't do, whatever the input. */
public non-sealed class UnsupportedException extends NeurectomyException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public UnsupportedException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(code, detail, context, cause);
    }

    @Override
    public final int status() {
        return 501;
    }

    @Override
    public final String title() {
        return "Not supported";
    }

    @Override
    public final Retryability retryability() {
        return Retryability.NEVER;
    }
}
