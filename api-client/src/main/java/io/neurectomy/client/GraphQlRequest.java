package io.neurectomy.client;

/**
 * An operation with its variables.
 *
 * @param name the operation's name in the document
 * @param document the GraphQL document
 * @param variables what Jackson writes as an object: a map or a record
 * @param mutation whether the operation changes something, so that it carries an idempotency key
 * @param dataType what {@code data} is read as
 * @param <V> the type of the variables
 * @param <T> the type of {@code data}
 */
public record GraphQlRequest<V, T>(String name, String document, V variables, boolean mutation, Class<T> dataType) {

    /**
     * Makes a query.
     *
     * @param name the operation's name in the document
     * @param document the GraphQL document
     * @param variables what Jackson writes as an object
     * @param dataType what {@code data} is read as
     * @return the request
     * @param <V> the type of the variables
     * @param <T> the type of {@code data}
     */
    public static <V, T> GraphQlRequest<V, T> query(String name, String document, V variables, Class<T> dataType) {
        return new GraphQlRequest<>(name, document, variables, false, dataType);
    }

    /**
     * Makes a mutation.
     *
     * @param name the operation's name in the document
     * @param document the GraphQL document
     * @param variables what Jackson writes as an object
     * @param dataType what {@code data} is read as
     * @return the request
     * @param <V> the type of the variables
     * @param <T> the type of {@code data}
     */
    public static <V, T> GraphQlRequest<V, T> mutation(String name, String document, V variables, Class<T> dataType) {
        return new GraphQlRequest<>(name, document, variables, true, dataType);
    }

    /**
     * Makes a subscription.
     *
     * @param name the operation's name in the document
     * @param document the GraphQL document
     * @param variables what Jackson writes as an object
     * @param dataType what {@code data} of each event is read as
     * @return the request
     * @param <V> the type of the variables
     * @param <T> the type of {@code data}
     */
    public static <V, T> GraphQlRequest<V, T> subscription(
            String name, String document, V variables, Class<T> dataType) {
        return new GraphQlRequest<>(name, document, variables, false, dataType);
    }
}
