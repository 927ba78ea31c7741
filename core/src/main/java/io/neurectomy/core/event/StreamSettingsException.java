package io.neurectomy.core.event;

import io.neurectomy.core.error.ConflictException;
import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import org.jspecify.annotations.Nullable;

/** A stream or bucket of the same name exists with other settings. It was left as it is. */
public final class StreamSettingsException extends ConflictException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param code what went wrong, for programs
     * @param detail what went wrong, for people: {@code where: what is wrong. What to do.}
     * @param context what else is known
     * @param cause what led to it, or {@code null}
     */
    public StreamSettingsException(String code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super(new ErrorCode(code), detail, context, cause);
    }
}
