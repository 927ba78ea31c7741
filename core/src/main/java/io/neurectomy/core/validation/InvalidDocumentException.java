package io.neurectomy.core.validation;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A document breaks its schema. The message has all errors, each on a line of its own; the context has {@code schema} and
 * {@code errors}, a list of objects with {@code pointer}, {@code line}, {@code keyword}, {@code expected} and
 * {@code actual}.
 */
public final class InvalidDocumentException extends InvalidInputException {

    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("INVALID_DOCUMENT");

    // The class, since the interface is not serializable.
    private final ArrayList<ValidationError> errors;

    InvalidDocumentException(String schema, List<ValidationError> errors) {
        super(CODE, message(schema, errors), context(schema, errors), null);
        this.errors = new ArrayList<>(errors);
    }

    /**
     * Returns the errors.
     *
     * @return at least one, in the order of the schema
     */
    public List<ValidationError> errors() {
        return List.copyOf(errors);
    }

    private static String message(String schema, List<ValidationError> errors) {
        return schema + ": the document breaks the schema. Correct "
                + (errors.size() == 1 ? "this:" : "these " + errors.size() + ":")
                + errors.stream().map(error -> "\n  " + error).collect(Collectors.joining());
    }

    private static ErrorContext context(String schema, List<ValidationError> errors) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ValidationError error : errors) {
            list.addObject()
                    .put("pointer", error.pointer())
                    .put("line", error.line())
                    .put("keyword", error.keyword())
                    .put("expected", error.expected())
                    .put("actual", error.actual());
        }
        return ErrorContext.empty().with("schema", schema).with("errors", list);
    }
}
