package io.neurectomy.core.validation;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.NotFoundException;
import io.neurectomy.core.internal.NearNames;
import io.neurectomy.core.internal.QuotedText;
import java.util.Collection;
import java.util.List;

/** A schema was asked for that does not exist. The context has {@code schema}, and {@code near} with names like it. */
public final class SchemaNotFoundException extends NotFoundException {

    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("SCHEMA_NOT_FOUND");

    private SchemaNotFoundException(String name, List<String> near) {
        super(
                CODE,
                QuotedText.of(name) + ": there is no such schema. "
                        + (near.isEmpty()
                                ? "Schemas.names() lists them."
                                : "Did you mean " + String.join(" or ", near) + "?"),
                ErrorContext.empty().with("schema", name).with("near", near),
                null);
    }

    static SchemaNotFoundException of(String name, Collection<String> names) {
        return new SchemaNotFoundException(name, NearNames.of(name, names));
    }
}
