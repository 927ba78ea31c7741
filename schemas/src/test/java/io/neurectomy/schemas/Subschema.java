package io.neurectomy.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A schema within a file.
 *
 * @param file the name of the file
 * @param pointer where the schema stands in the file, a JSON pointer
 * @param place what the schema describes
 * @param node the schema
 */
record Subschema(String file, String pointer, Place place, JsonNode node) {

    /** What a schema describes, which decides what it must say about itself. */
    enum Place {
        FILE,
        TYPE,
        PROPERTY,
        PART
    }

    private static final Set<String> ONE = Set.of(
            "items",
            "additionalProperties",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contains",
            "propertyNames",
            "not",
            "if",
            "then",
            "else");
    private static final Set<String> LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> BY_NAME = Set.of("$defs", "properties", "patternProperties", "dependentSchemas");

    static List<Subschema> of(String file, JsonNode document) {
        List<Subschema> found = new ArrayList<>();
        add(new Subschema(file, "", Place.FILE, document), found);
        return found;
    }

    String where() {
        return file + "#" + pointer;
    }

    private static void add(Subschema schema, List<Subschema> found) {
        found.add(schema);
        for (Map.Entry<String, JsonNode> member : schema.node.properties()) {
            String keyword = member.getKey();
            JsonNode value = member.getValue();
            String pointer = schema.pointer + "/" + escaped(keyword);
            if (ONE.contains(keyword)) {
                add(new Subschema(schema.file, pointer, Place.PART, value), found);
            } else if (LIST.contains(keyword)) {
                for (int index = 0; index < value.size(); index++) {
                    add(new Subschema(schema.file, pointer + "/" + index, Place.PART, value.get(index)), found);
                }
            } else if (BY_NAME.contains(keyword)) {
                for (Map.Entry<String, JsonNode> named : value.properties()) {
                    String below = pointer + "/" + escaped(named.getKey());
                    add(new Subschema(schema.file, below, place(keyword), named.getValue()), found);
                }
            }
        }
    }

    private static Place place(String keyword) {
        return switch (keyword) {
            case "$defs" -> Place.TYPE;
            case "properties" -> Place.PROPERTY;
            default -> Place.PART;
        };
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
