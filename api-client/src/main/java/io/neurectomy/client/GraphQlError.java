package io.neurectomy.client;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * An error of an operation (GraphQL specification, section 7.1.2).
 *
 * @param message what is wrong, for the developer; empty if the server did not say
 * @param path the field that failed, from the top of {@code data}, such as {@code /agents/0/name}; empty if the whole
 *     operation failed
 * @param extensions what the server adds, such as {@code code}; empty for nothing
 */
public record GraphQlError(String message, JsonPointer path, Map<String, JsonNode> extensions) {

    /**
     * Copies the extensions.
     *
     * @param message what is wrong
     * @param path the field that failed
     * @param extensions what the server adds
     */
    public GraphQlError {
        extensions = Map.copyOf(extensions);
    }

    static GraphQlError of(JsonNode error) {
        JsonPointer path = JsonPointer.empty();
        for (JsonNode step : error.path("path")) {
            path = step.isInt() ? path.appendIndex(step.intValue()) : path.appendProperty(step.asString(""));
        }
        Map<String, JsonNode> extensions = new LinkedHashMap<>();
        error.path("extensions").properties().forEach(member -> extensions.put(member.getKey(), member.getValue()));
        return new GraphQlError(error.path("message").asString(""), path, extensions);
    }
}
