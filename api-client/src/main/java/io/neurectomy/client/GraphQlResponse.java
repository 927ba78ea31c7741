package io.neurectomy.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * The answer to an operation: data, errors, or partial data with the errors of what is missing.
 *
 * @param operation the operation's name
 * @param data the data, or {@code null} if the operation failed as a whole
 * @param errors the errors; empty if there were none
 * @param <T> the type of the data
 */
public record GraphQlResponse<T>(String operation, @Nullable T data, List<GraphQlError> errors) {

    /**
     * Copies the errors.
     *
     * @param operation the operation's name
     * @param data the data, or {@code null}
     * @param errors the errors
     */
    public GraphQlResponse {
        errors = List.copyOf(errors);
    }

    /**
     * Returns the data if all of it is there.
     *
     * @return the data
     * @throws ApiException.OperationFailed if there are errors, also when there is partial data
     */
    public T orThrow() {
        if (data == null || !errors.isEmpty()) {
            throw new ApiException.OperationFailed(operation, errors);
        }
        return data;
    }

    /**
     * Returns the error of a field.
     *
     * @param path the field, from the top of {@code data}, such as {@code /agents/0/name}
     * @return the first error with that path
     * @throws IllegalArgumentException if the path is not a JSON pointer (RFC 6901)
     */
    public Optional<GraphQlError> errorAt(String path) {
        JsonPointer field = JsonPointer.compile(path);
        return errors.stream().filter(error -> error.path().equals(field)).findFirst();
    }
}
