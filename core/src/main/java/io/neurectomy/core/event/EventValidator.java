package io.neurectomy.core.event;

import io.neurectomy.core.validation.Schemas;
import io.neurectomy.core.validation.ValidationError;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Checks events before they are appended, such as by the JSON Schema of their type. The generated types check what a Java
 * type can; this is for the rest, and for the rules of a deployment.
 */
@FunctionalInterface
public interface EventValidator {

    /**
     * Checks an event. Called by several threads.
     *
     * @param type the type of the event
     * @param schemaVersion the version of its schema
     * @param event the whole event
     * @return what is wrong, each as {@code pointer: what is wrong}; empty if nothing is
     */
    List<String> violations(String type, long schemaVersion, JsonNode event);

    /**
     * Checks events by the JSON Schemas of their types, which this module brings.
     *
     * @return a validator that finds everything at once
     */
    static EventValidator bySchemas() {
        Schemas schemas = Schemas.shared();
        // By the schema of the type and not of the union: that costs a fifth.
        return (type, schemaVersion, event) -> schemas.validate(schemaName(type), event).stream()
                .map(ValidationError::toString)
                .toList();
    }

    private static String schemaName(String type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.split("_", -1)) {
            name.append(word, 0, 1).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.append("Event").toString();
    }
}
