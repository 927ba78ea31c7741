package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InternalException;
import org.jspecify.annotations.Nullable;

/** A recorded event can't be read by this program: of an unknown type, of a newer version, or broken. */
public final class UnreadableEventException extends InternalException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public UnreadableEventException(String code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(new ErrorCode(code), detail, context, cause);
    }
}
