package io.neurectomy.core.validation;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InternalException;
import org.jspecify.annotations.Nullable;

/** A schema can't be used: it is no JSON Schema, or refers to what is not there. The context has {@code schema}. */
public final class UnusableSchemaException extends InternalException {

    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("UNUSABLE_SCHEMA");

    UnusableSchemaException(String schema, String problem, @Nullable Throwable cause) {
        super(CODE, schema + ": " + problem, ErrorContext.empty().with("schema", schema), cause);
    }
}
