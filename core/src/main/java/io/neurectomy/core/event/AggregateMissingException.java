package io.neurectomy.core.event;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.NotFoundException;

/** A command is for an aggregate that has no event. */
public final class AggregateMissingException extends NotFoundException {
    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("AGGREGATE_MISSING");

    private AggregateMissingException(String detail) {
        super(CODE, detail, ErrorContext.empty(), null);
    }

    static AggregateMissingException of(String aggregate) {
        return new AggregateMissingException(aggregate + ": does not exist. Create it first.");
    }
}
