package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.json.Json;

/** A place in a document where a schema stands. Two nodes are equal only if they are the same. */
final class Node {

    private final Json value;
    private final Resource resource;
    private final String key;
    private final boolean definition;

    /**
     * Creates a node.
     *
     * @param value the schema's JSON
     * @param resource the innermost resource around it
     * @param key see {@link Schema#key()}
     * @param definition see {@link Schema#definition()}
     */
    Node(Json value, Resource resource, String key, boolean definition) {
        this.value = value;
        this.resource = resource;
        this.key = key;
        this.definition = definition;
    }

    Json value() {
        return value;
    }

    Resource resource() {
        return resource;
    }

    String key() {
        return key;
    }

    boolean definition() {
        return definition;
    }
}
