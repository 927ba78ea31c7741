package io.neurectomy.test.schema;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes documents so that no number changes its text. */
final class Json {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static JsonNode readSchema(String text, String where) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isObject() || node.isBoolean()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new UnusableSchemaException("[schema-json] %s: line %d, column %d: %s. Correct the JSON."
                    .formatted(
                            where, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage()));
        }
        throw new UnusableSchemaException(
                "[schema-json] %s: neither an object nor true or false. Write a JSON Schema.".formatted(where));
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Returns the JSON pointer of a path. */
    static String pointer(List<String> path) {
        return path.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    static JsonNode at(JsonNode root, List<String> path) {
        JsonNode here = root;
        for (String step : path) {
            here = here.isArray() ? here.get(Integer.parseInt(step)) : here.get(step);
        }
        return here;
    }

    /** Returns a copy with another value at the path. */
    static JsonNode replaced(JsonNode root, List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            return value;
        }
        JsonNode copy = root.deepCopy();
        JsonNode parent = at(copy, path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        }
        return copy;
    }
}
