package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What is to be appended or read can't be an event or an aggregate's id. Nothing was sent. */
public final class InvalidEventException extends InvalidInputException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public InvalidEventException(String code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(new ErrorCode(code), detail, context, cause);
    }
}
