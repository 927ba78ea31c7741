package io.neurectomy.test.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the single changes of a valid document that should make it invalid. */
final class Mutator {

    private static final int LONGEST = 100_000;

    private final SchemaSet set;
    private final DocumentMaker maker;
    private final RandomGenerator random;

    Mutator(SchemaSet set, DocumentMaker maker, RandomGenerator random) {
        this.set = set;
        this.maker = maker;
        this.random = random;
    }

    /**
     * A change, not yet made.
     *
     * @param mutation its kind
     * @param place the place in the schema that it offends
     * @param path the value that is replaced
     * @param value what replaces it
     * @param pointer the pointer to what is wrong
     */
    record Change(Mutation mutation, String place, List<String> path, JsonNode value, String pointer) {
        /** Two changes with the same name teach the same. */
        String what() {
            return mutation + " " + place + ' ' + value.getNodeType();
        }

        JsonNode on(JsonNode document) {
            return Json.replaced(document, path, value);
        }
    }

    List<Change> changes(JsonNode document) {
        List<Change> found = new ArrayList<>();
        visit(document, List.of(), List.of(set.root()), found);
        return found;
    }

    private void visit(JsonNode node, List<String> path, List<Subschema> schemas, List<Change> found) {
        Facts facts = facts(node, schemas);
        if (facts == null) {
            return;
        }
        At at = new At(facts, node, path, found);
        anyValue(at);
        if (node instanceof ObjectNode object) {
            members(at, object);
            for (String name : object.propertyNames()) {
                visit(object.get(name), below(path, name), facts.member(name), found);
            }
        } else if (node instanceof ArrayNode array) {
            elements(at, array);
            for (int i = 0; i < array.size(); i++) {
                visit(array.get(i), below(path, Integer.toString(i)), facts.element(i), found);
            }
        } else if (node.isString()) {
            string(at, node.stringValue());
        } else if (node.isNumber()) {
            number(at);
        }
    }

    private @Nullable Facts facts(JsonNode node, List<Subschema> schemas) {
        Facts.Branches branches = new ByDocument(set, node);
        Facts facts = Facts.of(set, schemas, branches);
        if (facts == null || !node.isObject()) {
            return facts;
        }
        List<Subschema> all = new ArrayList<>(schemas);
        all.addAll(DocumentMaker.dependent(facts, new LinkedHashSet<>(node.propertyNames())));
        return Facts.of(set, all, branches);
    }

    private void anyValue(At at) {
        List<String> types = at.facts().types();
        boolean numbers = types.contains("number") || types.contains("integer");
        if (!types.contains("null")) {
            at.replace(Mutation.NULL, Json.NODES.nullNode());
        }
        List<JsonNode> others = new ArrayList<>();
        if (!types.contains("string")) {
            others.add(Json.NODES.stringNode("1"));
        }
        if (!numbers) {
            others.add(Json.NODES.numberNode(1));
        } else if (!types.contains("number")) {
            others.add(Json.NODES.numberNode(new BigDecimal("0.5")));
        }
        if (!types.contains("boolean")) {
            others.add(Json.NODES.booleanNode(true));
        }
        if (!types.contains("array")) {
            others.add(Json.NODES.arrayNode());
        }
        if (!types.contains("object")) {
            others.add(Json.NODES.objectNode());
        }
        others.forEach(other -> at.replace(Mutation.TYPE, other));
        List<JsonNode> listed = at.facts().listed();
        if (listed != null) {
            Mutation kind = at.facts().has("const") || listed.size() == 1 ? Mutation.CONST : Mutation.ENUM;
            at.replace(kind, other(at.node()));
            if (at.node().isString()) {
                at.replace(
                        kind, Json.NODES.stringNode(at.node().stringValue().toUpperCase(java.util.Locale.ROOT) + " "));
            }
        }
        at.facts().children("not").forEach(not -> {
            JsonNode excluded = maker.make(List.of(not), new Choices.Anything(random, 0.3));
            if (excluded != null) {
                at.replace(Mutation.NOT, excluded);
                if (excluded instanceof ObjectNode members && at.node() instanceof ObjectNode object) {
                    ObjectNode both = object.deepCopy();
                    both.setAll(members);
                    at.replace(Mutation.NOT, both);
                }
            }
        });
        tags(at);
    }

    /** The member that is constant in each variant of a union. */
    private void tags(At at) {
        if (!(at.node() instanceof ObjectNode object)) {
            return;
        }
        for (Subschema schema : at.facts().active()) {
            for (String keyword : List.of("oneOf", "anyOf")) {
                List<Facts> variants = Facts.list(schema, keyword).stream()
                        .flatMap(variant ->
                                Optional.ofNullable(Facts.of(set, List.of(variant), new ByDocument(set, at.node())))
                                        .stream())
                        .toList();
                for (String name : object.propertyNames()) {
                    List<JsonNode> tags = variants.stream()
                            .flatMap(variant -> constant(variant.member(name)).stream())
                            .toList();
                    if (variants.size() > 1 && tags.size() == variants.size()) {
                        Stream.concat(Stream.of(other(object.get(name))), tags.stream())
                                .filter(tag -> !tag.equals(object.get(name)))
                                .forEach(tag -> at.member(Mutation.UNION_TAG, name, tag));
                    }
                }
            }
        }
    }

    private Optional<JsonNode> constant(List<Subschema> member) {
        Facts facts = Facts.of(set, member, new ByDocument(set, Json.NODES.nullNode()));
        List<JsonNode> listed = facts == null ? null : facts.listed();
        return listed != null && listed.size() == 1 ? Optional.of(listed.get(0)) : Optional.empty();
    }

    private static JsonNode other(JsonNode node) {
        if (node.isString()) {
            return Json.NODES.stringNode(node.stringValue() + "-other");
        }
        if (node.isNumber()) {
            return Json.NODES.numberNode(node.decimalValue().add(new BigDecimal(1_000_003)));
        }
        return node.isBoolean() ? Json.NODES.booleanNode(!node.booleanValue()) : Json.NODES.stringNode("other");
    }

    private void members(At at, ObjectNode object) {
        Facts facts = at.facts();
        Set<String> names = new LinkedHashSet<>(object.propertyNames());
        Set<String> required = facts.required();
        Set<String> asked = DocumentMaker.asked(facts, names);
        names.forEach(name -> {
            if (required.contains(name)) {
                at.without(Mutation.REQUIRED, name);
            } else if (asked.contains(name)) {
                at.without(Mutation.DEPENDENT_REQUIRED, name);
            }
        });
        for (String name : List.of("unknown-member", "0", "ÜNKNOWN 🙂")) {
            if (!object.has(name) && !Facts.allows(facts.member(name))) {
                at.member(Mutation.UNKNOWN_MEMBER, name, Json.NODES.stringNode("x"));
            }
        }
        facts.members().stream()
                .filter(name -> !object.has(name) && !Facts.allows(facts.member(name)))
                .forEach(name -> at.member(Mutation.FORBIDDEN_MEMBER, name, Json.NODES.stringNode("x")));
        if (facts.has("propertyNames")) {
            Stream.of("", "!", "a b", "A", "a", "1", "a".repeat(300), "unknown", "🙂")
                    .filter(name -> !object.has(name))
                    .filter(name -> facts.children("propertyNames")
                            .anyMatch(schema -> !set.valid(schema, Json.NODES.stringNode(name))))
                    .limit(2)
                    .forEach(name -> at.member(Mutation.MEMBER_NAME, name, Json.NODES.stringNode("x")));
        }
        int least = facts.atLeast("minProperties");
        if (least > 0 && object.size() >= least) {
            ObjectNode fewer = object.deepCopy();
            names.stream()
                    .sorted((a, b) -> Boolean.compare(required.contains(a), required.contains(b)))
                    .limit(object.size() - least + 1L)
                    .forEach(fewer::remove);
            at.replace(Mutation.MIN_PROPERTIES, fewer);
        }
        int most = facts.atMost("maxProperties");
        if (most < 1000) {
            ObjectNode more = object.deepCopy();
            facts.members().stream()
                    .filter(name -> more.size() <= most && !more.has(name))
                    .forEach(name -> {
                        JsonNode made = maker.make(facts.member(name), new Choices.Anything(random, 0.1));
                        if (made != null) {
                            more.set(name, made);
                        }
                    });
            for (int i = 0; more.size() <= most; i++) {
                JsonNode made = maker.make(facts.member("more" + i), new Choices.Anything(random, 0.1));
                more.set("more" + i, made == null ? Json.NODES.numberNode(1) : made);
            }
            at.replace(Mutation.MAX_PROPERTIES, more);
        }
    }

    private void elements(At at, ArrayNode array) {
        Facts facts = at.facts();
        int least = facts.atLeast("minItems");
        if (least > 0 && array.size() >= least) {
            at.replace(Mutation.MIN_ITEMS, first(array, least - 1));
        }
        int most = facts.atMost("maxItems");
        if (most < 1000) {
            ArrayNode more = array.deepCopy();
            for (int tries = 0; more.size() <= most && tries < most + 20; tries++) {
                JsonNode made = maker.make(facts.element(more.size()), new Choices.Anything(random, 0.3));
                boolean repeated = facts.says("uniqueItems") && contains(more, made) && tries < most + 10;
                if (!repeated) {
                    more.add(made == null ? Json.NODES.numberNode(1) : made);
                }
            }
            at.replace(Mutation.MAX_ITEMS, more);
        }
        if (!Facts.allows(facts.element(array.size()))) {
            ArrayNode more = array.deepCopy();
            more.add("additional");
            at.replace(Mutation.ADDITIONAL_ITEM, more);
        }
        if (facts.says("uniqueItems") && !array.isEmpty()) {
            ArrayNode repeated = array.deepCopy();
            repeated.add(array.get(0));
            at.replace(Mutation.UNIQUE_ITEMS, repeated);
            if (array.size() > 1) {
                ArrayNode same = array.deepCopy();
                same.set(1, array.get(0));
                at.replace(Mutation.UNIQUE_ITEMS, same);
            }
        }
        if (facts.has("contains")) {
            ArrayNode rest = Json.NODES.arrayNode();
            array.valueStream()
                    .filter(element -> facts.children("contains").noneMatch(schema -> set.valid(schema, element)))
                    .forEach(rest::add);
            at.replace(Mutation.CONTAINS, rest);
        }
    }

    private static boolean contains(ArrayNode array, @Nullable JsonNode value) {
        return array.valueStream().anyMatch(each -> each.equals(value));
    }

    private static ArrayNode first(ArrayNode array, int size) {
        ArrayNode first = Json.NODES.arrayNode();
        IntStream.range(0, size).mapToObj(array::get).forEach(first::add);
        return first;
    }

    private void string(At at, String text) {
        int least = at.facts().atLeast("minLength");
        int most = at.facts().atMost("maxLength");
        if (least > 0) {
            at.replace(Mutation.MIN_LENGTH, Json.NODES.stringNode(Strings.sized(text, least - 1, least - 1)));
        }
        if (most < LONGEST) {
            String unit = text.isEmpty() ? "a" : text.substring(text.offsetByCodePoints(text.length(), -1));
            int missing = most + 1 - text.codePointCount(0, text.length());
            at.replace(Mutation.MAX_LENGTH, Json.NODES.stringNode(text + unit.repeat(Math.max(0, missing))));
        }
        if (at.facts().has("pattern")) {
            Stream.of(text + "!", " " + text, text + "\n", "", "!", "-", " ", "a", "1", "\u0000", "Ünï 🙂", "zZ.9_/x")
                    .map(Json.NODES::stringNode)
                    .filter(node -> !set.valid(pattern(at), node))
                    .limit(3)
                    .forEach(node -> at.replace(Mutation.PATTERN, node));
        }
    }

    private static Subschema pattern(At at) {
        return at.facts().active().stream()
                .filter(schema -> schema.node().has("pattern"))
                .findFirst()
                .orElseThrow();
    }

    private static void number(At at) {
        Facts facts = at.facts();
        Numbers numbers = Numbers.of(facts, !facts.types().contains("number"));
        BigDecimal step = numbers.steps().stream().findFirst().orElse(BigDecimal.ONE);
        BigDecimal low = numbers.low();
        if (low != null) {
            if (numbers.openLow()) {
                at.replace(Mutation.MINIMUM, Json.NODES.numberNode(low));
            }
            at.replace(Mutation.MINIMUM, Json.NODES.numberNode(low.subtract(step)));
        }
        BigDecimal high = numbers.high();
        if (high != null) {
            if (numbers.openHigh()) {
                at.replace(Mutation.MAXIMUM, Json.NODES.numberNode(high));
            }
            at.replace(Mutation.MAXIMUM, Json.NODES.numberNode(high.add(step)));
        }
        if (!numbers.steps().isEmpty()) {
            BigDecimal value = at.node().decimalValue();
            Stream.of(value.add(step.divide(BigDecimal.valueOf(2))), value.add(BigDecimal.ONE))
                    .filter(each -> numbers.steps().stream()
                            .anyMatch(other -> each.remainder(other).signum() != 0))
                    .forEach(each -> at.replace(Mutation.MULTIPLE_OF, Json.NODES.numberNode(each)));
        }
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /** A value with its facts, and where changes of it are collected. */
    private record At(Facts facts, JsonNode node, List<String> path, List<Change> found) {

        void replace(Mutation mutation, JsonNode value) {
            found.add(new Change(mutation, facts.place(), path, value, Json.pointer(path)));
        }

        void without(Mutation mutation, String name) {
            ObjectNode rest = (ObjectNode) node.deepCopy();
            rest.remove(name);
            found.add(new Change(mutation, facts.place() + ' ' + name, path, rest, Json.pointer(below(path, name))));
        }

        void member(Mutation mutation, String name, JsonNode value) {
            ObjectNode changed = (ObjectNode) node.deepCopy();
            changed.set(name, value);
            found.add(new Change(mutation, facts.place() + ' ' + name, path, changed, Json.pointer(below(path, name))));
        }
    }

    /** Takes those branches of unions under which a value is valid. */
    record ByDocument(SchemaSet set, JsonNode node) implements Facts.Branches {
        @Override
        public List<Subschema> chosen(Subschema owner, String keyword, List<Subschema> options) {
            return options.stream().filter(option -> set.valid(option, node)).toList();
        }

        @Override
        public boolean holds(Subschema owner, Subschema condition) {
            return set.valid(condition, node);
        }
    }
}
