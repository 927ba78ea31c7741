package io.neurectomy.core.error;

import io.neurectomy.core.internal.QuotedText;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is known about an error besides its code and message: named JSON values, in their order. Immutable; what goes in
 * and out is copied. It is sent to whoever made the call, so it must hold no secret.
 */
public final class ErrorContext implements Serializable {

    private static final long serialVersionUID = 1;
    private static final ErrorContext EMPTY = new ErrorContext(Map.of());

    /** Names that {@code ApiError.details} has for the category of an error. */
    private static final Set<String> RESERVED = Set.of(NeurectomyException.STATUS);

    // The class, since the interface is not serializable.
    private final LinkedHashMap<String, JsonNode> values;

    private ErrorContext(Map<String, JsonNode> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * Returns the context without values.
     *
     * @return nothing known
     */
    public static ErrorContext empty() {
        return EMPTY;
    }

    static ErrorContext copyOf(Map<String, JsonNode> values) {
        Map<String, JsonNode> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!RESERVED.contains(name)) {
                copy.put(name, value.deepCopy());
            }
        });
        return new ErrorContext(copy);
    }

    /**
     * Adds a text.
     *
     * @param name the name of the value, not {@code httpStatus}
     * @param value the text
     * @return this context with the value, which replaces one of the same name
     * @throws IllegalArgumentException if the name is reserved
     */
    public ErrorContext with(String name, String value) {
        return with(name, JsonNodeFactory.instance.stringNode(value));
    }

    /**
     * Adds an integer.
     *
     * @param name the name of the value, not {@code httpStatus}
     * @param value the integer
     * @return this context with the value, which replaces one of the same name
     * @throws IllegalArgumentException if the name is reserved
     */
    public ErrorContext with(String name, long value) {
        // As Jackson reads it: an int and a long of one value are not equal to it.
        int narrow = (int) value;
        return with(
                name,
                narrow == value
                        ? JsonNodeFactory.instance.numberNode(narrow)
                        : JsonNodeFactory.instance.numberNode(value));
    }

    /**
     * Adds a list of texts.
     *
     * @param name the name of the value, not {@code httpStatus}
     * @param texts the texts in their order
     * @return this context with the value, which replaces one of the same name
     * @throws IllegalArgumentException if the name is reserved
     */
    public ErrorContext with(String name, Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return with(name, array);
    }

    /**
     * Adds any JSON value.
     *
     * @param name the name of the value, not {@code httpStatus}
     * @param value the value; a copy is kept
     * @return this context with the value, which replaces one of the same name
     * @throws IllegalArgumentException if the name is reserved
     */
    public ErrorContext with(String name, JsonNode value) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("[error-context] " + QuotedText.of(name)
                    + ": is the category's name on the wire. Use another name for the value.");
        }
        Map<String, JsonNode> more = new LinkedHashMap<>(values);
        more.put(name, value.deepCopy());
        return new ErrorContext(more);
    }

    /**
     * Returns a value.
     *
     * @param name its name
     * @return a copy of the value, or nothing if there is none
     */
    public Optional<JsonNode> get(String name) {
        @Nullable JsonNode value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(value.deepCopy());
    }

    /**
     * Returns all values.
     *
     * @return copies in their order, unmodifiable
     */
    public Map<String, JsonNode> values() {
        Map<String, JsonNode> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, value.deepCopy()));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Says whether there is no value.
     *
     * @return {@code true} without values
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Compares names and values, not their order.
     *
     * @param other anything
     * @return whether it is a context with equal values
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ErrorContext context && values.equals(context.values);
    }

    /**
     * Returns a hash of names and values.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * Returns the values for people.
     *
     * @return names and JSON
     */
    @Override
    public String toString() {
        return values.toString();
    }
}
