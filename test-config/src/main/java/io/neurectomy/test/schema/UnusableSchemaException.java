package io.neurectomy.test.schema;

import java.io.Serial;

/** Says why no documents can be made from a schema, and what to do. */
public final class UnusableSchemaException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message the rule's id, where, what is wrong and what to do
     */
    UnusableSchemaException(String message) {
        super(message);
    }
}
