package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.UnsupportedException;
import org.jspecify.annotations.Nullable;

/** The server or the stream can't do what is asked without losing what the store promises. Nothing was done. */
public final class UnsupportedByServerException extends UnsupportedException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public UnsupportedByServerException(String code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(new ErrorCode(code), detail, context, cause);
    }
}
