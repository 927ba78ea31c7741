package io.neurectomy.types;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition that documents of another one can be put into. Not every definition is a type that is read by itself: a
 * text with a pattern is a string in Java, and Rust knows the variants of a union only within it.
 *
 * @param definition the definition that is read
 * @param put makes its document from one of the definition that is held
 */
record Holder(Definition definition, UnaryOperator<JsonNode> put) {

    /** Finds the nearest holder that is read by itself; that is the definition itself if it can be. */
    static Optional<Holder> of(Definition held, List<Definition> all, Predicate<String> isRead) {
        Deque<Holder> open = new ArrayDeque<>(List.of(new Holder(held, document -> document)));
        Set<Definition> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Holder holder = open.remove();
            if (isRead.test(holder.definition().name())) {
                return Optional.of(holder);
            }
            if (seen.add(holder.definition())) {
                all.stream()
                        .flatMap(outer -> places(outer, holder.definition().name()))
                        .map(outer -> new Holder(
                                outer.definition(),
                                document -> outer.put().apply(holder.put().apply(document))))
                        .forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private static Stream<Holder> places(Definition outer, String name) {
        boolean variant = outer.schema().path("oneOf").valueStream().anyMatch(schema -> refersTo(schema, name));
        if (variant) {
            return Stream.of(new Holder(outer, document -> document));
        }
        return outer.examples().stream()
                .filter(JsonNode::isObject)
                .flatMap(example -> outer.schema()
                        .path("properties")
                        .propertyStream()
                        .flatMap(property -> put(property, name)
                                .map(put -> new Holder(
                                        outer,
                                        document -> ((ObjectNode) example.deepCopy())
                                                .set(property.getKey(), put.apply(document))))
                                .stream()));
    }

    private static Optional<UnaryOperator<JsonNode>> put(Map.Entry<String, JsonNode> property, String name) {
        if (refersTo(property.getValue(), name)) {
            return Optional.of(document -> document);
        }
        if (refersTo(property.getValue().path("items"), name)) {
            return Optional.of(Holder::array);
        }
        return Optional.empty();
    }

    private static ArrayNode array(JsonNode only) {
        return JsonNodeFactory.instance.arrayNode().add(only);
    }

    private static boolean refersTo(JsonNode schema, String name) {
        return schema.path("$ref").asString("").endsWith("#/$defs/" + name);
    }
}
