package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InternalException;
import org.jspecify.annotations.Nullable;

/** An event is missing between two that were read. The reader stops instead of going on without it. */
public final class EventGapException extends InternalException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public EventGapException(String code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(new ErrorCode(code), detail, context, cause);
    }
}
