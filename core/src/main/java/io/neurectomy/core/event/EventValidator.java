package io.neurectomy.core.event;

import java.util.List;
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
}
