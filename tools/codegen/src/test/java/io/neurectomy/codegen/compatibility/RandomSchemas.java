package io.neurectomy.codegen.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes schemas at random, small enough that documents of them meet each other, and changes one keyword of a schema. */
final class RandomSchemas {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> TYPES =
            List.of("null", "boolean", "integer", "number", "string", "array", "object");
    private static final List<String> NAMES = List.of("a", "b", "t");
    private static final List<String> PATTERNS = List.of("^a", "b$", "^[ab]+$", "^.{2}$");

    private final Random random;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    ObjectNode schema() {
        return schema(3);
    }

    /** Returns a copy in which one schema, the root or one inside, was changed by one keyword. */
    ObjectNode changed(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        List<ObjectNode> inside = new ArrayList<>(List.of(copy));
        collect(copy, inside);
        ObjectNode target = inside.get(random.nextInt(inside.size()));
        List<String> keywords = new ArrayList<>(target.propertyNames());
        if (!keywords.isEmpty() && random.nextInt(4) == 0) {
            target.remove(keywords.get(random.nextInt(keywords.size())));
        } else if (random.nextInt(3) == 0) {
            combine(target, 1);
        } else {
            describe(target, types(target), 1);
        }
        return copy;
    }

    /** What stands where a schema does; the values of {@code enum} and {@code const} are none. */
    private static void collect(JsonNode node, List<ObjectNode> found) {
        node.properties().forEach(member -> {
            if (!List.of("enum", "const", "required", "dependentRequired").contains(member.getKey())) {
                boolean isMap = List.of("properties", "patternProperties", "dependentSchemas")
                        .contains(member.getKey());
                List<JsonNode> below = isMap || member.getValue().isArray()
                        ? new ArrayList<>(member.getValue().values())
                        : List.of(member.getValue());
                for (JsonNode each : below) {
                    if (each instanceof ObjectNode schema) {
                        found.add(schema);
                        collect(schema, found);
                    }
                }
            }
        });
    }

    private ObjectNode schema(int depth) {
        ObjectNode schema = MAPPER.createObjectNode();
        int kind = random.nextInt(10);
        if (kind == 0) {
            ArrayNode values = schema.putArray("enum");
            for (int i = 0; i <= random.nextInt(4); i++) {
                values.add(value());
            }
        } else if (kind == 1 && depth > 0) {
            combine(schema, depth - 1);
        } else {
            List<String> types = new ArrayList<>(List.of(pick(TYPES)));
            if (random.nextInt(4) == 0) {
                types.add(pick(TYPES));
            }
            // The other validator takes fractions for integers where both are named.
            if (types.contains("number")) {
                types.remove("integer");
            }
            if (types.size() == 1) {
                schema.put("type", types.get(0));
            } else {
                types.stream().distinct().forEach(schema.withArray("type")::add);
            }
            for (int i = 0; i < random.nextInt(3); i++) {
                describe(schema, types, depth);
            }
            if (depth > 0 && random.nextInt(6) == 0) {
                combine(schema, depth - 1);
            }
        }
        return schema;
    }

    private JsonNode below(int depth) {
        return depth <= 0 || random.nextInt(12) == 0 ? MAPPER.valueToTree(random.nextInt(8) != 0) : schema(depth - 1);
    }

    private void combine(ObjectNode schema, int depth) {
        switch (random.nextInt(5)) {
            case 0 -> schema.putArray("anyOf").add(below(depth + 1)).add(below(depth + 1));
            case 1 -> schema.putArray("oneOf").add(below(depth + 1)).add(below(depth + 1));
            case 2 -> schema.putArray("allOf").add(below(depth + 1)).add(below(depth + 1));
            case 3 -> schema.set("not", below(depth + 1));
            default -> {
                schema.set("if", below(depth + 1));
                schema.set(random.nextBoolean() ? "then" : "else", below(depth + 1));
            }
        }
    }

    private void describe(ObjectNode schema, List<String> types, int depth) {
        switch (pick(types)) {
            case "integer", "number" -> {
                switch (random.nextInt(5)) {
                    case 0 -> schema.put("minimum", random.nextInt(7) - 3);
                    case 1 -> schema.put("maximum", random.nextInt(7));
                    case 2 -> schema.put("exclusiveMinimum", random.nextInt(7) - 3);
                    case 3 -> schema.put("exclusiveMaximum", random.nextInt(7) + 1);
                    default -> schema.put("multipleOf", random.nextInt(3) + 1);
                }
            }
            case "string" -> {
                switch (random.nextInt(4)) {
                    case 0 -> schema.put("minLength", random.nextInt(4));
                    case 1 -> schema.put("maxLength", random.nextInt(4));
                    case 2 -> schema.put("pattern", pick(PATTERNS));
                    default -> schema.putArray("enum").add(pick(NAMES)).add(pick(NAMES) + "b");
                }
            }
            case "array" -> {
                switch (random.nextInt(7)) {
                    case 0 -> schema.put("minItems", random.nextInt(3));
                    case 1 -> schema.put("maxItems", random.nextInt(4));
                    case 2 -> schema.put("uniqueItems", true);
                    case 3 -> schema.putArray("prefixItems").add(below(depth)).add(below(depth));
                    case 4 -> schema.set("contains", below(depth));
                    case 5 -> {
                        schema.set("contains", below(depth));
                        schema.put(random.nextBoolean() ? "minContains" : "maxContains", random.nextInt(3));
                    }
                    default -> schema.set("items", below(depth));
                }
            }
            case "object" -> object(schema, depth);
            default -> schema.set("const", value());
        }
    }

    private void object(ObjectNode schema, int depth) {
        switch (random.nextInt(9)) {
            case 0, 1 -> schema.withObject("/properties").set(pick(NAMES), below(depth));
            case 2 -> schema.withArray("required").add(pick(NAMES));
            case 3 -> schema.set("additionalProperties", below(depth - 1));
            case 4 -> schema.withObject("/patternProperties").set(pick(PATTERNS), below(depth));
            case 5 -> schema.set("propertyNames", MAPPER.createObjectNode().put("maxLength", random.nextInt(3)));
            case 6 -> schema.put(random.nextBoolean() ? "minProperties" : "maxProperties", random.nextInt(3));
            case 7 ->
                schema.withObject("/dependentRequired").putArray(pick(NAMES)).add(pick(NAMES));
            default -> schema.put("unevaluatedProperties", false);
        }
        if (schema.get("required") instanceof ArrayNode names) {
            List<JsonNode> distinct = names.valueStream().distinct().toList();
            schema.putArray("required").addAll(distinct);
        }
    }

    private List<String> types(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (type == null) {
            return TYPES;
        }
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
    }

    private JsonNode value() {
        return switch (random.nextInt(6)) {
            case 0 -> MAPPER.nullNode();
            case 1 -> MAPPER.valueToTree(random.nextBoolean());
            case 2 -> MAPPER.valueToTree(random.nextInt(5));
            case 3 -> MAPPER.valueToTree(random.nextInt(5) + 0.5);
            case 4 -> MAPPER.createArrayNode().add(random.nextInt(2));
            default -> MAPPER.valueToTree(pick(NAMES));
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
