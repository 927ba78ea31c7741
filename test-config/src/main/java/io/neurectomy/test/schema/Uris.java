package io.neurectomy.test.schema;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** The little arithmetic of URIs that references need, lenient with what people write into {@code $id}. */
final class Uris {

    private Uris() {}

    /** Returns the base inside a schema, which its own {@code $id} may change. */
    static String baseOf(JsonNode schema, String base) {
        JsonNode id = schema.get("$id");
        if (id == null || !id.isString() || id.stringValue().startsWith("#")) {
            return base;
        }
        return withoutFragment(resolve(base, id.stringValue()));
    }

    static String resolve(String base, String reference) {
        if (reference.startsWith("#")) {
            return base + reference;
        }
        try {
            return URI.create(base).resolve(reference).toString();
        } catch (IllegalArgumentException e) {
            // Not a URI by the letter, such as one with a blank: still a name that can be looked up.
            return reference.contains(":") ? reference : base.substring(0, base.lastIndexOf('/') + 1) + reference;
        }
    }

    static String withoutFragment(String uri) {
        int hash = uri.indexOf('#');
        return hash < 0 ? uri : uri.substring(0, hash);
    }

    static String fragment(String uri) {
        int hash = uri.indexOf('#');
        if (hash < 0) {
            return "";
        }
        String raw = uri.substring(hash + 1);
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
