package io.neurectomy.test.schema;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What all schemas together say about one value: references followed, {@code allOf} taken apart, unions decided.
 *
 * @param active the schemas that hold, each an object
 */
record Facts(List<Subschema> active) {

    private static final Set<String> TYPES =
            new LinkedHashSet<>(List.of("string", "integer", "boolean", "object", "array", "number", "null"));
    private static final Map<String, List<String>> IMPLIED = Map.of(
            "object",
                    List.of(
                            "properties",
                            "required",
                            "additionalProperties",
                            "patternProperties",
                            "propertyNames",
                            "minProperties",
                            "maxProperties",
                            "dependentRequired",
                            "dependentSchemas",
                            "dependencies",
                            "unevaluatedProperties"),
            "array",
                    List.of(
                            "items",
                            "prefixItems",
                            "contains",
                            "minItems",
                            "maxItems",
                            "uniqueItems",
                            "additionalItems",
                            "unevaluatedItems"),
            "string", List.of("pattern", "minLength", "maxLength", "format"),
            "number", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"));
    /** Keywords that a value can break although each part of it was made for its schema. */
    private static final List<String> HARD = List.of(
            "not",
            "oneOf",
            "anyOf",
            "if",
            "contains",
            "uniqueItems",
            "unevaluatedItems",
            "unevaluatedProperties",
            "dependencies",
            "dependentSchemas",
            "propertyNames",
            "pattern",
            "multipleOf",
            "maxProperties",
            "minProperties");

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** Decides unions. */
    interface Branches {
        /** Returns those of the options that are to hold; empty if none can. */
        List<Subschema> chosen(Subschema owner, String keyword, List<Subschema> options);

        /** Says whether {@code then} holds rather than {@code else}. */
        boolean holds(Subschema owner, Subschema condition);
    }

    /** Collects what schemas say, or returns null if together they say that nothing is valid. */
    static @Nullable Facts of(SchemaSet set, Collection<Subschema> start, Branches branches) {
        Set<Subschema> found = new LinkedHashSet<>();
        Deque<Subschema> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            Subschema schema = open.remove();
            if (schema.node().isBoolean() && !schema.node().booleanValue()) {
                return null;
            }
            if (!schema.node().isObject() || !found.add(schema)) {
                continue;
            }
            open.addAll(set.referred(schema));
            if (schema.node().has("$ref") && set.ignoresSiblingsOfRef(schema)) {
                continue;
            }
            open.addAll(list(schema, "allOf"));
            for (String keyword : List.of("anyOf", "oneOf")) {
                List<Subschema> options = list(schema, keyword);
                if (!options.isEmpty()) {
                    List<Subschema> chosen = branches.chosen(schema, keyword, options);
                    if (chosen.isEmpty()) {
                        return null;
                    }
                    open.addAll(chosen);
                }
            }
            Subschema condition = schema.child("if");
            if (condition != null) {
                boolean holds = branches.holds(schema, condition);
                Subschema then = schema.child(holds ? "then" : "else");
                if (holds) {
                    open.add(condition);
                }
                if (then != null) {
                    open.add(then);
                }
            }
        }
        return new Facts(found.stream()
                .filter(schema -> !schema.node().has("$ref") || !set.ignoresSiblingsOfRef(schema))
                .toList());
    }

    static List<Subschema> list(Subschema schema, String keyword) {
        Subschema list = schema.child(keyword);
        if (list == null || !list.node().isArray()) {
            return List.of();
        }
        List<Subschema> found = new ArrayList<>();
        for (int i = 0; i < list.node().size(); i++) {
            found.add(list.child(i));
        }
        return found;
    }

    static boolean matches(String pattern, String text) {
        Pattern compiled = PATTERNS.computeIfAbsent(pattern, raw -> {
            try {
                return Pattern.compile(raw);
            } catch (PatternSyntaxException e) {
                return NEVER;
            }
        });
        try {
            return compiled.matcher(text).find();
        } catch (StackOverflowError e) {
            return false;
        }
    }

    /** The place in the schema, as one name. */
    String place() {
        return active.stream().map(Subschema::place).collect(Collectors.joining("&"));
    }

    boolean hard() {
        return active.stream().anyMatch(schema -> HARD.stream().anyMatch(schema.node()::has));
    }

    /** The values of a keyword, where it is there. */
    Stream<JsonNode> all(String keyword) {
        return active.stream().map(schema -> schema.node().get(keyword)).filter(node -> node != null);
    }

    Stream<Subschema> children(String keyword) {
        return active.stream().map(schema -> schema.child(keyword)).filter(child -> child != null);
    }

    boolean has(String keyword) {
        return active.stream().anyMatch(schema -> schema.node().has(keyword));
    }

    boolean says(String keyword) {
        return all(keyword).anyMatch(node -> node.isBoolean() && node.booleanValue());
    }

    int atLeast(String keyword) {
        return all(keyword)
                .filter(JsonNode::isNumber)
                .mapToInt(Facts::count)
                .max()
                .orElse(0);
    }

    int atMost(String keyword) {
        return all(keyword)
                .filter(JsonNode::isNumber)
                .mapToInt(Facts::count)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static int count(JsonNode node) {
        return node.decimalValue().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    /** The JSON types that are allowed, the likeliest first. */
    List<String> types() {
        Set<String> allowed = new LinkedHashSet<>();
        for (Map.Entry<String, List<String>> implied :
                IMPLIED.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            if (implied.getValue().stream().anyMatch(this::has)) {
                allowed.add(implied.getKey());
            }
        }
        if (allowed.size() > 1 && allowed.remove("array")) {
            allowed.add("array");
        }
        allowed.addAll(TYPES);
        all("type").forEach(type -> allowed.retainAll(named(type)));
        all("not")
                .filter(not -> not.isObject() && not.size() == 1 && not.has("type"))
                .forEach(not -> {
                    List<String> named = named(not.get("type"));
                    allowed.removeIf(
                            type -> named.contains(type) && !(type.equals("number") && !named.contains("number")));
                });
        if (allowed.contains("number") && has("type")) {
            allowed.remove("integer");
        }
        return List.copyOf(allowed);
    }

    private static List<String> named(JsonNode type) {
        List<String> names = new ArrayList<>();
        Stream<JsonNode> nodes = type.isArray() ? type.valueStream() : Stream.of(type);
        nodes.map(node -> node.asString("")).forEach(name -> {
            names.add(name);
            if (name.equals("number")) {
                names.add("integer");
            }
        });
        return names;
    }

    /** The values of {@code const} or {@code enum}, or null if there is neither. */
    @Nullable
    List<JsonNode> listed() {
        List<JsonNode> constants = all("const").toList();
        if (!constants.isEmpty()) {
            return constants.subList(0, 1);
        }
        return all("enum")
                .filter(JsonNode::isArray)
                .findFirst()
                .map(list -> list.valueStream().toList())
                .orElse(null);
    }

    /** The names of members that the schemas know. */
    Set<String> members() {
        return children("properties")
                .flatMap(properties -> properties.node().propertyNames().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> required() {
        return Stream.concat(all("required"), Stream.empty())
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names that {@code not} forbids to be there. */
    Set<String> absent() {
        return all("not")
                .flatMap(not -> Stream.concat(Stream.of(not), not.path("anyOf").valueStream()))
                .map(not -> not.path("required"))
                .filter(required -> required.size() == 1)
                .map(required -> required.get(0).asString(""))
                .collect(Collectors.toSet());
    }

    /** What is said about the member with this name. */
    List<Subschema> member(String name) {
        Set<Subschema> found = new LinkedHashSet<>();
        boolean known = false;
        for (Subschema schema : active) {
            boolean own = false;
            Subschema properties = schema.child("properties");
            Subschema property = properties == null ? null : properties.child(name);
            if (property != null) {
                found.add(property);
                own = true;
            }
            Subschema patterns = schema.child("patternProperties");
            if (patterns != null) {
                for (String pattern : patterns.node().propertyNames()) {
                    Subschema matching = patterns.child(pattern);
                    if (matching != null && matches(pattern, name)) {
                        found.add(matching);
                        own = true;
                    }
                }
            }
            Subschema additional = schema.child("additionalProperties");
            if (!own && additional != null) {
                found.add(additional);
                own = true;
            }
            known |= own;
        }
        if (!known) {
            children("unevaluatedProperties").forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** What is said about the element at an index, but for {@code contains}. */
    List<Subschema> element(int index) {
        Set<Subschema> found = new LinkedHashSet<>();
        boolean known = false;
        for (Subschema schema : active) {
            List<Subschema> prefix = list(schema, schema.node().has("prefixItems") ? "prefixItems" : "items");
            Subschema items = schema.child("items");
            Subschema rest = items != null && items.node().isArray() ? schema.child("additionalItems") : items;
            if (index < prefix.size()) {
                found.add(prefix.get(index));
                known = true;
            } else if (rest != null) {
                found.add(rest);
                known = true;
            }
        }
        if (!known) {
            children("unevaluatedItems").forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** How many elements an array can have at most: a closed tuple ends where nothing more is allowed. */
    int mostElements() {
        int most = atMost("maxItems");
        int tuple = active.stream()
                .mapToInt(schema -> list(schema, schema.node().has("prefixItems") ? "prefixItems" : "items")
                        .size())
                .max()
                .orElse(0);
        return allows(element(tuple)) ? most : Math.min(most, tuple);
    }

    static boolean allows(List<Subschema> schemas) {
        return schemas.stream()
                .noneMatch(schema -> schema.node().isBoolean() && !schema.node().booleanValue());
    }
}
