package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** A schema resource: a document, or a part of one that has its own {@code $id}. Filled while its document is indexed. */
final class Resource {

    /** The name under which {@code $recursiveAnchor} is a dynamic anchor; no {@code $dynamicAnchor} can be called so. */
    static final String RECURSIVE = "$recursiveAnchor";

    private final JsonDocument document;
    private final UriReference retrieval;
    private final UriReference base;
    private final Json root;
    private final Dialect dialect;
    private final Map<String, Node> anchors = new LinkedHashMap<>();
    private final Map<String, Node> dynamicAnchors = new LinkedHashMap<>();
    private boolean unevaluatedItems;

    Resource(JsonDocument document, UriReference retrieval, UriReference base, Json root, Dialect dialect) {
        this.document = document;
        this.retrieval = retrieval;
        this.base = base;
        this.root = root;
        this.dialect = dialect;
    }

    JsonDocument document() {
        return document;
    }

    /** Where the document was read from, whatever its {@code $id} says. */
    UriReference retrieval() {
        return retrieval;
    }

    UriReference base() {
        return base;
    }

    Json root() {
        return root;
    }

    Dialect dialect() {
        return dialect;
    }

    Map<String, Node> anchors() {
        return anchors;
    }

    /** The targets of dynamic references, by name; they are {@link #anchors()} too. */
    Map<String, Node> dynamicAnchors() {
        return dynamicAnchors;
    }

    void useUnevaluatedItems() {
        unevaluatedItems = true;
    }

    boolean usesUnevaluatedItems() {
        return unevaluatedItems;
    }
}
