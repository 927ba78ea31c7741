package io.neurectomy.core.flag;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InvalidInputException;
import io.neurectomy.core.internal.QuotedText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Variables of flags have values that are neither true nor false. The context has {@code variables}, their names. */
public final class InvalidFlagsException extends InvalidInputException {

    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("INVALID_FLAGS");

    InvalidFlagsException(Map<String, String> invalid) {
        super(
                CODE,
                invalid.entrySet().stream()
                        .map(entry -> entry.getKey() + ": is " + QuotedText.of(entry.getValue())
                                + ", neither true nor false. Set it to true, 1, yes or on, or to false, 0, no or off, or"
                                + " unset it.")
                        .collect(Collectors.joining("\n")),
                ErrorContext.empty().with("variables", List.copyOf(invalid.keySet())),
                null);
    }
}
