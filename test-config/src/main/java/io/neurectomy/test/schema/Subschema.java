package io.neurectomy.test.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema inside a document. Two are the same if they stand at the same place, whatever they say.
 *
 * @param node the schema itself
 * @param base the URI that its references are relative to
 * @param document the URI of the document
 * @param pointer the JSON pointer into the document, escaped
 */
record Subschema(JsonNode node, String base, String document, String pointer) {

    /** Returns the schema below, or null if there is none. */
    @Nullable
    Subschema child(String name) {
        JsonNode found = node.get(name);
        return found == null ? null : step(found, name);
    }

    /** Returns the schema below at an index. */
    Subschema child(int index) {
        return step(node.get(index), Integer.toString(index));
    }

    private Subschema step(JsonNode found, String name) {
        String below = pointer + '/' + name.replace("~", "~0").replace("/", "~1");
        return new Subschema(found, Uris.baseOf(found, base), document, below);
    }

    String place() {
        return document + '#' + pointer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Subschema that && pointer.equals(that.pointer) && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return 31 * document.hashCode() + pointer.hashCode();
    }
}
